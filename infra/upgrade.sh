#!/usr/bin/env bash
# A new version without an interruption, or back to the one before:
#
#   infra/upgrade.sh <resource group> <cell name> <image@sha256:...>
#   infra/upgrade.sh --back <resource group> <cell name> <revision>
#
# The migration runs while the old version serves; the new one starts beside it with no traffic, is asked whether it is
# ready, gets a tenth, then all. Whatever goes wrong before that leaves all traffic where it was. A version without
# traffic works all the same: it sweeps, sends and seals from its start, over the queue that it shares with the other.
set -euo pipefail

wait_s=${UPGRADE_WAIT_S:-10}
tries=${UPGRADE_TRIES:-60}

say() { printf '%s\n' "$*"; }
give_up() { say "STOPPED: $*" >&2; exit 1; }

traffic() { az containerapp ingress traffic set --resource-group "$group" --name "$app" --revision-weight "$@" --output none; }
revision() { az containerapp revision "$1" --resource-group "$group" --name "$app" --revision "$2" --output none; }

# The revision that has the most traffic now.
serving() {
  az containerapp ingress traffic show --resource-group "$group" --name "$app" \
    --query "sort_by(@, &weight)[-1].revisionName" --output tsv
}

# The door says "latest" by no name: then it is the newest that is ready.
newest_ready() {
  az containerapp show --resource-group "$group" --name "$app" --query properties.latestReadyRevisionName --output tsv
}

is_ready() {
  local host answer
  host=$(az containerapp revision show --resource-group "$group" --name "$app" --revision "$1" --query properties.fqdn --output tsv)
  answer=$(curl --silent --max-time 10 --output /dev/null --write-out '%{http_code}' "https://$host/readyz" || true)
  [ "$answer" = 200 ]
}

# Three times in a row: a process that is ready once may be ending.
wait_until_ready() {
  local good=0
  for _ in $(seq "$tries"); do
    if is_ready "$1"; then good=$((good + 1)); else good=0; fi
    [ "$good" -ge 3 ] && return 0
    sleep "$wait_s"
  done
  return 1
}

migrate() {
  local execution state
  az containerapp job update --resource-group "$group" --name "$job" --image "$image" --output none
  execution=$(az containerapp job start --resource-group "$group" --name "$job" --query name --output tsv)
  for _ in $(seq "$tries"); do
    state=$(az containerapp job execution show --resource-group "$group" --name "$job" \
      --job-execution-name "$execution" --query properties.status --output tsv)
    case $state in
      Succeeded) return 0 ;;
      Failed | Stopped | Degraded) return 1 ;;
    esac
    sleep "$wait_s"
  done
  return 1
}

upgrade() {
  local live next
  live=$(serving)
  # What has no name is printed as nothing or as "None", after the version of az.
  case $live in '' | None) live=$(newest_ready) ;; esac
  [ -n "$live" ] || give_up 'no revision serves; infra/README.md has the first deployment.'
  say "Serving now: $live. It keeps all traffic until the new version is ready."
  traffic "$live=100"

  say 'The migration runs ...'
  migrate || give_up "the migration did not succeed; $live serves on, and nothing else was changed."

  say 'The new version starts beside it ...'
  next=$(az containerapp update --resource-group "$group" --name "$app" --image "$image" \
    --query properties.latestRevisionName --output tsv)
  [ "$next" != "$live" ] || give_up "this image serves already ($live)."
  if ! wait_until_ready "$next"; then
    revision deactivate "$next"
    give_up "$next did not become ready; $live serves on. The database is at the new version, which $live can read."
  fi

  say "$next is ready; it gets a tenth ..."
  traffic "$next=10" "$live=90"
  sleep "$wait_s"
  if ! wait_until_ready "$next"; then
    traffic "$live=100"
    revision deactivate "$next"
    give_up "$next did not stay ready; all traffic is with $live again."
  fi
  traffic "$next=100"
  revision deactivate "$live"
  say "Done. Back again: infra/upgrade.sh --back $group $cell $live"
}

back() {
  local now
  now=$(serving)
  revision activate "$before"
  wait_until_ready "$before" || give_up "$before does not become ready; $now serves on."
  traffic "$before=100"
  if [ -n "$now" ] && [ "$now" != "$before" ]; then revision deactivate "$now"; fi
  say "$before serves. The database stays at the newer version, which it can read."
}

if [ "${1:-}" = --back ]; then
  [ $# -eq 4 ] || give_up 'say: infra/upgrade.sh --back <resource group> <cell name> <revision>'
  group=$2 cell=$3 before=$4
  app=ca-$cell
  back
else
  [ $# -eq 3 ] || give_up 'say: infra/upgrade.sh <resource group> <cell name> <image@sha256:...>'
  group=$1 cell=$2 image=$3
  app=ca-$cell job=job-$cell-migrate
  case $image in
    *@sha256:*) upgrade ;;
    *) give_up 'the image has to be named by its digest, so that what was looked at is what serves.' ;;
  esac
fi
