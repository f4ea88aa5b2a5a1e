import type { Settings } from '../settings.ts'
import { APP_NAME, bashValue, bashValueIfAny } from './shell.ts'

export function registerApp({ tenantId, clientId, owners, managedIdentity }: Settings): string {
  return `#!/usr/bin/env bash
# Step 1. Register the application.
# Who: an Application Administrator. Where: https://shell.azure.com, Bash. Takes a minute.
# It makes a registration for this organisation alone, without any permission and without a secret.
# One that is there already is taken only when CLIENT_ID names it, and only when nobody else has a hand on it:
# whoever owns a registration, or has a credential on it, is the product to Entra.
# To undo: az ad app delete --id "$CLIENT_ID"
set -euo pipefail
${bashValue('TENANT_ID', tenantId, 'az account show --query tenantId -o tsv')}
${bashValueIfAny('CLIENT_ID', clientId)}
${bashValueIfAny('OWNERS', owners.join(',') || undefined)}
${bashValueIfAny('MANAGED_IDENTITY', managedIdentity)}
NAME='${APP_NAME}'

if [ "$(az account show --query tenantId -o tsv)" != "$TENANT_ID" ]; then
  echo "You are signed in to another organisation: az login --tenant $TENANT_ID" >&2
  exit 1
fi
ME=$(az ad signed-in-user show --query id -o tsv)
stop() { echo "STOPPED, nothing was changed. $*" >&2; exit 1; }

# Whose it is: stops at an owner or a credential that is not ours.
look() {
  local owners credentials subject='' one
  owners=$(az ad app owner list --id "$CLIENT_ID" --query '[].id' -o tsv)
  for one in $owners; do
    case ",$OWNERS,$ME," in
      *",$one,"*) ;;
      *) stop "It is owned by $one, whom OWNERS does not name. Ask who that is before you go on." ;;
    esac
  done
  credentials=$(az ad app show --id "$CLIENT_ID" --query 'length(passwordCredentials)' -o tsv)
  [ "$credentials" = 0 ] || stop "It has $credentials client secrets. The product has none: find out whose they are, and remove them."
  credentials=$(az ad app show --id "$CLIENT_ID" --query 'length(keyCredentials)' -o tsv)
  [ "$credentials" = 0 ] || stop "It has $credentials certificates. If they are yours, this step is done; otherwise find out whose they are."
  credentials=$(az ad sp show --id "$CLIENT_ID" --query 'length([passwordCredentials, keyCredentials][])' -o tsv 2>/dev/null || true)
  case "$credentials" in '' | 0) ;; *) stop "Its service principal has $credentials secrets or certificates: find out whose they are." ;; esac
  if [ -n "$MANAGED_IDENTITY" ]; then subject=$(az ad sp show --id "$MANAGED_IDENTITY" --query id -o tsv); fi
  credentials=$(az ad app federated-credential list --id "$CLIENT_ID" --query '[].subject' -o tsv)
  for one in $credentials; do
    [ "$one" = "$subject" ] || stop "Something else may speak for it (federated credential of $one). MANAGED_IDENTITY is not that."
  done
}

if [ -z "$CLIENT_ID" ]; then
  FOUND=$(az ad app list --filter "displayName eq '$NAME'" --query '[].appId' -o tsv)
  if [ -n "$FOUND" ]; then
    stop "There is a registration of this name already: $FOUND. Look who made it. If it is yours, name it: CLIENT_ID=<its id> bash 1-register-app.sh"
  fi
  CLIENT_ID=$(az ad app create --display-name "$NAME" --sign-in-audience AzureADMyOrg --query appId -o tsv)
else
  look
fi
az ad sp show --id "$CLIENT_ID" --query id -o tsv >/dev/null 2>&1 || az ad sp create --id "$CLIENT_ID" >/dev/null
OWNED_BY=$(az ad app owner list --id "$CLIENT_ID" --query '[].id' -o tsv)

echo "TENANT_ID=$TENANT_ID"
echo "CLIENT_ID=$CLIENT_ID"
echo "OWNERS=$(echo $OWNED_BY | tr ' ' ',')"
`
}
