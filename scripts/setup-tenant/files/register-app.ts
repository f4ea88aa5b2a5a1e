import type { Settings } from '../settings.ts'
import { APP_NAME, bashValue } from './shell.ts'

export function registerApp({ tenantId }: Settings): string {
  return `#!/usr/bin/env bash
# Step 1. Register the application.
# Who: an Application Administrator. Where: https://shell.azure.com, Bash. Takes a minute.
# It makes a registration for this organisation alone, without any permission and without a secret.
# To undo: az ad app delete --id "$CLIENT_ID"
set -euo pipefail
${bashValue('TENANT_ID', tenantId, 'az account show --query tenantId -o tsv')}
NAME='${APP_NAME}'

if [ "$(az account show --query tenantId -o tsv)" != "$TENANT_ID" ]; then
  echo "You are signed in to another organisation: az login --tenant $TENANT_ID" >&2
  exit 1
fi
CLIENT_ID=$(az ad app list --filter "displayName eq '$NAME'" --query '[0].appId' -o tsv)
if [ -z "$CLIENT_ID" ]; then
  CLIENT_ID=$(az ad app create --display-name "$NAME" --sign-in-audience AzureADMyOrg --query appId -o tsv)
fi
az ad sp show --id "$CLIENT_ID" --query id -o tsv >/dev/null 2>&1 || az ad sp create --id "$CLIENT_ID" >/dev/null

echo "TENANT_ID=$TENANT_ID"
echo "CLIENT_ID=$CLIENT_ID"
`
}
