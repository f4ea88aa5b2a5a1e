-- Once the first migration has run: the owner makes tables, no roles. In the database "postgres", as roles.sql.
alter role evaluation_owner nocreaterole;
