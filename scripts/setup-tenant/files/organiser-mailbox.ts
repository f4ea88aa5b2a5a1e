import type { Settings } from '../settings.ts'
import { APP_NAME, powerShellValue } from './shell.ts'

/** The roles of Exchange that the application gets, each for the one mailbox. */
export const EXCHANGE_ROLES = ['Application Calendars.ReadWrite', 'Application Mail.Send'] as const

export function organiserMailbox({ tenantId, clientId, organiser }: Settings): string {
  return `# Step 3. The organiser's mailbox: calendar and outgoing mail of one account, nothing of any other.
# Who: an Exchange Administrator (role group Organization Management). Where: https://shell.azure.com, PowerShell.
# First make the account: "Panel meetings", with a licence for Exchange and Teams, sign-in blocked for people.
# Do not consent Calendars or Mail in Entra as well: that would open every mailbox, whatever stands here.
# Takes ten minutes; Exchange needs up to two hours until it holds. To undo: undo.md.
param(
  ${powerShellValue('TenantId', tenantId)},
  ${powerShellValue('ClientId', clientId)},
  ${powerShellValue('Organiser', organiser)}, # the object id of the account
  [string] $Refused # the object id of another mailbox, your own: it has to come out as False
)
$ErrorActionPreference = 'Stop'

$servicePrincipal = az ad sp show --id $ClientId --query id --output tsv
if (-not $servicePrincipal) { throw 'The application is not in this tenant: step 1.' }

Connect-ExchangeOnline -ShowBanner:$false
$name = '${APP_NAME}'
$scope = "$name organiser"
$there = { param($found) [bool] ($found | Select-Object -First 1) }

if (-not (& $there (Get-ServicePrincipal | Where-Object AppId -EQ $ClientId))) {
  New-ServicePrincipal -AppId $ClientId -ObjectId $servicePrincipal -DisplayName $name | Out-Null
}
$filter = "ExternalDirectoryObjectId -eq '$Organiser'"
$found = Get-ManagementScope | Where-Object Name -EQ $scope | Select-Object -First 1
if (-not $found) {
  New-ManagementScope -Name $scope -RecipientRestrictionFilter $filter | Out-Null
} elseif ($found.RecipientFilter -ne $filter) {
  # Another account organised before, or somebody has widened it. From now on it is this account alone.
  Set-ManagementScope -Identity $scope -RecipientRestrictionFilter $filter
}
foreach ($role in ${EXCHANGE_ROLES.map((role) => `'${role}'`).join(', ')}) {
  $assignment = "$name $role"
  $given = Get-ManagementRoleAssignment | Where-Object Name -EQ $assignment | Select-Object -First 1
  if (-not $given) {
    New-ManagementRoleAssignment -Name $assignment -App $servicePrincipal -Role $role -CustomResourceScope $scope | Out-Null
  } elseif ($given.CustomResourceScope -ne $scope) {
    Set-ManagementRoleAssignment -Identity $assignment -CustomResourceScope $scope
  }
}

'For the organiser, InScope has to be True:'
Test-ServicePrincipalAuthorization -Identity $servicePrincipal -Resource $Organiser | Format-Table
if ($Refused) {
  'For anybody else, InScope has to be False:'
  Test-ServicePrincipalAuthorization -Identity $servicePrincipal -Resource $Refused | Format-Table
}
Disconnect-ExchangeOnline -Confirm:$false
"ORGANISER=$Organiser"
`
}
