import type { Settings } from '../settings.ts'
import { bashValue } from './shell.ts'

/** The public id of "Microsoft Graph Command Line Tools", which is what PowerShell's Connect-MgGraph signs in with. */
const GRAPH_TOOLS = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

export function siteConsent({ tenantId }: Settings): string {
  return `#!/usr/bin/env bash
# Step 2. Lend one person the right to grant the site, and take it back.
#   bash 2-site-consent.sh give <object id of the SharePoint Administrator>     before 2-documents-site.ps1
#   bash 2-site-consent.sh take <the same id>                                  right after it
# Who: an Application Administrator (Cloud Application or Privileged Role Administrator does as well).
# Where: https://shell.azure.com, Bash. Takes a minute each.
# Sites.FullControl.All needs an administrator's consent, and a consent stays until it is taken back: on "Microsoft
# Graph Command Line Tools", for every later session. So it is given to this one person alone, not to the organisation.
# To undo: take.
set -euo pipefail
${bashValue('TENANT_ID', tenantId, 'az account show --query tenantId -o tsv')}
WHAT=\${1:-} WHO=\${2:-}
SCOPE=Sites.FullControl.All
GRANTS=https://graph.microsoft.com/v1.0/oauth2PermissionGrants
case "$WHAT $WHO" in
  'give '?* | 'take '?*) ;;
  *) echo 'say: bash 2-site-consent.sh give|take <object id of the SharePoint Administrator>' >&2; exit 1 ;;
esac
if [ "$(az account show --query tenantId -o tsv)" != "$TENANT_ID" ]; then
  echo "You are signed in to another organisation: az login --tenant $TENANT_ID" >&2
  exit 1
fi

TOOLS=$(az ad sp show --id ${GRAPH_TOOLS} --query id -o tsv 2>/dev/null || az ad sp create --id ${GRAPH_TOOLS} --query id -o tsv)
GRAPH=$(az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id -o tsv)
THEIRS=$(az rest --method GET --url "$GRANTS?\\$filter=clientId eq '$TOOLS' and resourceId eq '$GRAPH' and principalId eq '$WHO'" \\
  --query 'value[0].id' -o tsv)
HAS=''
if [ -n "$THEIRS" ]; then HAS=$(az rest --method GET --url "$GRANTS/$THEIRS" --query scope -o tsv); fi
# What they had there before stays theirs.
REST=$(echo " $HAS " | sed "s/ $SCOPE / /; s/^ *//; s/ *$//")
say() { az rest --method "$1" --url "$2" --headers Content-Type=application/json --body "$3" >/dev/null; }

if [ "$WHAT" = give ]; then
  if [ -n "$THEIRS" ]; then
    say PATCH "$GRANTS/$THEIRS" "{\\"scope\\":\\"$REST $SCOPE\\"}"
  else
    say POST "$GRANTS" "{\\"clientId\\":\\"$TOOLS\\",\\"resourceId\\":\\"$GRAPH\\",\\"consentType\\":\\"Principal\\",\\"principalId\\":\\"$WHO\\",\\"scope\\":\\"openid profile offline_access User.Read $SCOPE\\"}"
  fi
  echo "Given, to this one person. Now 2-documents-site.ps1, and then: bash 2-site-consent.sh take $WHO"
else
  if [ -n "$THEIRS" ]; then
    case " $REST " in
      *[!\\ ]*) say PATCH "$GRANTS/$THEIRS" "{\\"scope\\":\\"$REST\\"}" ;;
      *) az rest --method DELETE --url "$GRANTS/$THEIRS" >/dev/null ;;
    esac
  fi
  echo 'Taken back. A token that was given before is good for an hour at most.'
fi
EVERYBODY=$(az rest --method GET --url "$GRANTS?\\$filter=clientId eq '$TOOLS' and resourceId eq '$GRAPH' and consentType eq 'AllPrincipals'" \\
  --query "value[?contains(scope, '$SCOPE')].id | [0]" -o tsv)
if [ -n "$EVERYBODY" ]; then
  echo "$SCOPE is consented for the whole organisation as well. Ask who needs that; if nobody: az rest --method DELETE --url $GRANTS/$EVERYBODY takes all that this consent holds." >&2
fi
`
}
