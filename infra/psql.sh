#!/usr/bin/env bash
# Runs one file of infra/sql on the cell's database, from inside its network, where nothing else reaches it:
#
#   CELL_DATABASE_ADMINISTRATORS_NAME=<name of the group> \
#     infra/psql.sh <resource group> <cell name> <file> [<variable>=<id> ...]
#
# As whoever is signed in to `az`, who has to be a member of that group. It makes a job in the environment of the apps,
# with psql and a token of that person's (an hour) as its secret, runs it once, and removes both, however it ends.
set -euo pipefail

wait_s=${PSQL_WAIT_S:-10}
tries=${PSQL_TRIES:-30}
# A public image with psql and the certificates of the world; an organisation that fetches none names its own copy.
image=${PSQL_IMAGE:-docker.io/library/postgres:18-alpine}

give_up() { printf 'STOPPED: %s\n' "$*" >&2; exit 1; }

[ $# -ge 3 ] || give_up 'say: infra/psql.sh <resource group> <cell name> <file> [<variable>=<id> ...]'
group=$1 cell=$2 file=$3
shift 3
user=${CELL_DATABASE_ADMINISTRATORS_NAME:?Set it first: the name of the group of administrators}
case $user in *[\"\\]*) give_up 'the name of the group has a quotation mark or a backslash in it.' ;; esac
[ -r "$file" ] || give_up "$file is not there."
variables=''
for each in "$@"; do
  [[ $each =~ ^[a-z]+=[0-9a-fA-F-]{36}$ ]] || give_up "\"$each\" is no variable with an id."
  variables="$variables -v $each"
done

work=$(mktemp -d)
chmod 700 "$work"
job=job-$cell-psql
made=''
clean_up() {
  rm -rf "$work"
  if [ -n "$made" ]; then az containerapp job delete --resource-group "$group" --name "$job" --yes --output none; fi
}
trap clean_up EXIT

host=$(az postgres flexible-server list --resource-group "$group" \
  --query "[?starts_with(name, 'psql-$cell-')].fullyQualifiedDomainName | [0]" --output tsv)
[ -n "$host" ] || give_up "there is no database of $cell in $group."
environment=$(az containerapp env show --resource-group "$group" --name "cae-$cell" --query id --output tsv)
location=$(az containerapp env show --resource-group "$group" --name "cae-$cell" --query location --output tsv)
token=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)

# What az reads is JSON, which is YAML too. The file goes in base64: nothing in it can be read as anything else.
cat > "$work/job.yaml" <<JSON
{
  "location": "$location",
  "properties": {
    "environmentId": "$environment",
    "workloadProfileName": "Consumption",
    "configuration": {
      "triggerType": "Manual",
      "replicaTimeout": 300,
      "replicaRetryLimit": 0,
      "manualTriggerConfig": { "parallelism": 1, "replicaCompletionCount": 1 },
      "secrets": [{ "name": "token", "value": "$token" }]
    },
    "template": {
      "containers": [
        {
          "name": "psql",
          "image": "$image",
          "command": ["/bin/sh", "-c"],
          "args": ["echo \$SQL | base64 -d | psql --no-psqlrc -v ON_ERROR_STOP=1 \$VARIABLES"],
          "env": [
            { "name": "PGHOST", "value": "$host" },
            { "name": "PGDATABASE", "value": "postgres" },
            { "name": "PGUSER", "value": "$user" },
            { "name": "PGPASSWORD", "secretRef": "token" },
            { "name": "PGSSLMODE", "value": "verify-full" },
            { "name": "PGSSLROOTCERT", "value": "system" },
            { "name": "VARIABLES", "value": "$variables" },
            { "name": "SQL", "value": "$(base64 < "$file" | tr -d '\n')" }
          ],
          "resources": { "cpu": 0.25, "memory": "0.5Gi" }
        }
      ]
    }
  }
}
JSON
made=yes
az containerapp job create --resource-group "$group" --name "$job" --yaml "$work/job.yaml" --output none
execution=$(az containerapp job start --resource-group "$group" --name "$job" --query name --output tsv)
for _ in $(seq "$tries"); do
  state=$(az containerapp job execution show --resource-group "$group" --name "$job" \
    --job-execution-name "$execution" --query properties.status --output tsv)
  case $state in
    Succeeded) printf '%s has run.\n' "$file"; exit 0 ;;
    Failed | Stopped | Degraded) give_up "it failed. What psql said is in the workspace: ContainerAppConsoleLogs | where ContainerName == 'psql'" ;;
  esac
  sleep "$wait_s"
done
give_up 'it does not end. Both files of infra/sql can be run again.'
