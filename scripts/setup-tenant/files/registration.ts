import { API_SCOPE, TEAMS_CLIENTS, appIdUri, consented, letIn, signInPage } from '../grants.ts'
import type { Settings } from '../settings.ts'
import { bashValue, quoted } from './shell.ts'

/** The id of a new scope within the registration. One that is there keeps its own: Teams and consents know it by that. */
const SCOPE_ID = '5a1f7c1e-6f0b-4d0e-9c55-2c1f4f5b7a01'

const API = `    "requestedAccessTokenVersion": 2,
    "oauth2PermissionScopes": [
      {
        "id": "$SCOPE_ID",
        "value": "${API_SCOPE}",
        "type": "User",
        "isEnabled": true,
        "adminConsentDisplayName": "Use Case Evaluations",
        "adminConsentDescription": "Lets Teams sign a person in to Case Evaluations.",
        "userConsentDisplayName": "Use Case Evaluations",
        "userConsentDescription": "Lets Teams sign you in to Case Evaluations."
      }
    ]`

export function registration(settings: Settings): string {
  const { tenantId, clientId, publicUrl, managedIdentity } = settings
  const uri =
    publicUrl !== undefined && clientId !== undefined
      ? quoted(appIdUri(publicUrl, clientId))
      : '"api://$(echo "${PUBLIC_URL#https://}" | tr "[:upper:]" "[:lower:]")/botid-$CLIENT_ID"'
  return `#!/usr/bin/env bash
# Step 6. Finish the registration: host name, scope for Teams, permissions asked for, managed identity.
# Who: an Application Administrator. Where: https://shell.azure.com, Bash. Takes two minutes.
# It asks for permissions; it grants none. That is step 7.
# To undo: undo.md.
set -euo pipefail
${bashValue('TENANT_ID', tenantId, 'step 1 says it')}
${bashValue('CLIENT_ID', clientId, 'step 1 says it')}
${bashValue('PUBLIC_URL', publicUrl, 'https:// and the host name of step 5')}
${bashValue('MANAGED_IDENTITY', managedIdentity, 'the client id of the managed identity of step 5')}
APP_ID_URI=${uri}
GRAPH=00000003-0000-0000-c000-000000000000
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

role() { found=$(az ad sp show --id "$GRAPH" --query "appRoles[?value=='$1'].id | [0]" -o tsv); needed "$1" "$found"; }
scope() { found=$(az ad sp show --id "$GRAPH" --query "oauth2PermissionScopes[?value=='$1'].id | [0]" -o tsv); needed "$1" "$found"; }
needed() { if [ -z "$2" ]; then echo "Graph has no permission $1." >&2; exit 1; fi; echo "$2"; }
patch() {
  az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications/$OBJECT_ID" \\
    --headers Content-Type=application/json --body "@$1"
}

OBJECT_ID=$(az ad app show --id "$CLIENT_ID" --query id -o tsv)
SCOPE_ID=$(az ad app show --id "$CLIENT_ID" --query "api.oauth2PermissionScopes[?value=='${API_SCOPE}'].id | [0]" -o tsv)
SCOPE_ID=\${SCOPE_ID:-${SCOPE_ID}}
ACCESS=''
for name in ${consented('application', settings).join(' ')}; do
  id=$(role "$name")
  ACCESS="$ACCESS{\\"id\\":\\"$id\\",\\"type\\":\\"Role\\"},"
done
for name in ${consented('delegated').join(' ')}; do
  id=$(scope "$name")
  ACCESS="$ACCESS{\\"id\\":\\"$id\\",\\"type\\":\\"Scope\\"},"
done

cat > "$WORK/registration.json" <<JSON
{
  "signInAudience": "AzureADMyOrg",
  "identifierUris": ["$APP_ID_URI"],
  "spa": { "redirectUris": ["${signInPage('$PUBLIC_URL')}"] },
  "api": {
${API}
  },
  "optionalClaims": { "accessToken": [{ "name": "acct" }, { "name": "idtyp" }] },
  "requiredResourceAccess": [{ "resourceAppId": "$GRAPH", "resourceAccess": [\${ACCESS%,}] }]
}
JSON
patch "$WORK/registration.json"

# The scope has to be there before anybody can be let in to it: Teams, then the application itself, as which a browser
# outside Teams signs in. Should Entra refuse the latter, Teams is not concerned.
cat > "$WORK/teams.json" <<JSON
${lettingIn(TEAMS_CLIENTS)}
JSON
patch "$WORK/teams.json"
cat > "$WORK/browser.json" <<JSON
${lettingIn(letIn('$CLIENT_ID'))}
JSON
patch "$WORK/browser.json" ||
  echo 'Entra does not let the application in to its own scope: in a browser outside Teams each person is asked. Point R98 of docs/real-tenant-checklist.md.' >&2

# The managed identity of step 5 speaks for the application. No secret is kept anywhere.
SUBJECT=$(az ad sp show --id "$MANAGED_IDENTITY" --query id -o tsv)
if [ -z "$(az ad app federated-credential list --id "$CLIENT_ID" --query "[?subject=='$SUBJECT'].id | [0]" -o tsv)" ]; then
  cat > "$WORK/identity.json" <<JSON
{
  "name": "container",
  "issuer": "https://login.microsoftonline.com/$TENANT_ID/v2.0",
  "subject": "$SUBJECT",
  "audiences": ["api://AzureADTokenExchange"]
}
JSON
  az ad app federated-credential create --id "$CLIENT_ID" --parameters "@$WORK/identity.json" >/dev/null
fi

SECRETS=$(az ad app show --id "$CLIENT_ID" --query 'length(passwordCredentials)' -o tsv)
if [ "$SECRETS" != 0 ]; then echo "There is a client secret on it. The product never uses one: remove it." >&2; fi
echo "Registered as $APP_ID_URI. Now step 7: the consent link in README.md."
`
}

function lettingIn(programs: readonly string[]): string {
  return `{
  "api": {
${API},
    "preAuthorizedApplications": [
${programs.map((program) => `      { "appId": "${program}", "delegatedPermissionIds": ["$SCOPE_ID"] }`).join(',\n')}
    ]
  }
}`
}
