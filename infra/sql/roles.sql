-- The logins of a cell, made once by a member of the administrators' group, with psql, in the database "postgres". The
-- database is reached from the network of the apps alone, so infra/psql.sh runs it there:
--
--   infra/psql.sh <group> <cell> infra/sql/roles.sql web=<id> worker=<id> owner=<id>
--
-- Each id is the principal id of a managed identity (outputs of azure.bicep: product, worker, owner). It can be run
-- again; with other ids the logins belong to those. None of the three is an administrator, none has a password.

do $$ begin create role evaluation_web login; exception when duplicate_object then null; end $$;
do $$ begin create role evaluation_worker login; exception when duplicate_object then null; end $$;
do $$ begin create role evaluation_owner login; exception when duplicate_object then null; end $$;

-- One login is one identity: nobody can be the owner with the token of the running product.
\set web_label 'aadauth,oid=' :web ',type=service'
\set worker_label 'aadauth,oid=' :worker ',type=service'
\set owner_label 'aadauth,oid=' :owner ',type=service'
security label for "pgaadauth" on role evaluation_web is :'web_label';
security label for "pgaadauth" on role evaluation_worker is :'worker_label';
security label for "pgaadauth" on role evaluation_owner is :'owner_label';

-- The first migration makes the two roles if they are not there; PostgreSQL asks for this right even when they are.
-- infra/sql/after-first-migration.sql takes it away again.
alter role evaluation_owner createrole;

revoke all on database evaluations from public;
grant connect on database evaluations to evaluation_web, evaluation_worker, evaluation_owner;

\connect evaluations

revoke all on schema public from public;
grant usage, create on schema public to evaluation_owner with grant option;
grant usage on schema public to evaluation_web, evaluation_worker;
