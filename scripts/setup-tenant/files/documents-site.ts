import type { Settings } from '../settings.ts'
import { APP_NAME, powerShellValue } from './shell.ts'

export function documentsSite({ tenantId, clientId }: Settings): string {
  return `# Step 2. The site for papers: one site, and the application on it. No other site is opened.
# Who: a SharePoint Administrator, to whom an Application Administrator has lent Sites.FullControl.All just now, and
# takes it back right afterwards: 2-site-consent.sh. The consent would stay otherwise, for every later session.
# Where: https://shell.azure.com, PowerShell (Install-Module Microsoft.Graph.Sites -Scope CurrentUser).
# First make an empty site in the SharePoint admin centre: a team site without a group, sharing with people
# outside the organisation off, two owners. Give its address here. Takes five minutes.
# To undo: Remove-MgSitePermission -SiteId $site.Id -PermissionId $grant.Id
param(
  ${powerShellValue('TenantId', tenantId)},
  ${powerShellValue('ClientId', clientId)},
  [Parameter(Mandatory)] [string] $SiteAddress
)
$ErrorActionPreference = 'Stop'

Connect-MgGraph -TenantId $TenantId -Scopes 'Sites.FullControl.All' -NoWelcome
$at = [uri] $SiteAddress
$site = Get-MgSite -SiteId "$($at.Host):$($at.AbsolutePath.TrimEnd('/'))"

$application = @{ id = $ClientId; displayName = '${APP_NAME}' }
$grant = Get-MgSitePermission -SiteId $site.Id -All |
  Where-Object { $_.GrantedToIdentitiesV2.Application.Id -contains $ClientId } | Select-Object -First 1
if (-not $grant) {
  $grant = New-MgSitePermission -SiteId $site.Id -BodyParameter @{
    roles = @('write'); grantedToIdentities = @(@{ application = $application })
  }
}
# "write" keeps papers, "manage" may also make the library of a round. SharePoint takes "manage" only afterwards.
Update-MgSitePermission -SiteId $site.Id -PermissionId $grant.Id -BodyParameter @{ roles = @('manage') } | Out-Null
Disconnect-MgGraph | Out-Null
'Now take the consent back: bash 2-site-consent.sh take <your object id>'

"SHAREPOINT_SITE=$($site.Id)"
`
}
