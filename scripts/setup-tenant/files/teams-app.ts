import type { Settings } from '../settings.ts'
import { powerShellValue } from './shell.ts'

export function teamsApp({ organiser }: Settings): string {
  return `# Step 9. The app in Teams: into the organisation's catalogue, for the people of the partnership.
# Who: a Teams Administrator. Where: PowerShell (Install-Module MicrosoftTeams -Scope CurrentUser).
# The package is made by: npm run package -- --env <name>. Takes five minutes; Teams shows it within a day,
# mostly within the hour. To undo: Remove-TeamsApp -Id $app.Id
param(
  [Parameter(Mandatory)] [string] $Package, # the .zip
  [Parameter(Mandatory)] [string] $Group, # the object id of the group of the partnership's people
  ${powerShellValue('Organiser', organiser)}
)
$ErrorActionPreference = 'Stop'

Connect-MicrosoftTeams | Out-Null
Add-Type -AssemblyName System.IO.Compression.FileSystem
$zip = [System.IO.Compression.ZipFile]::OpenRead((Resolve-Path $Package))
try {
  $reader = [System.IO.StreamReader]::new($zip.GetEntry('manifest.json').Open())
  $externalId = ($reader.ReadToEnd() | ConvertFrom-Json).id
} finally { $zip.Dispose() }

$app = Get-TeamsApp -ExternalId $externalId | Select-Object -First 1
if ($app) { Set-TeamsApp -Id $app.Id -Path $Package } else { $app = New-TeamsApp -DistributionMethod organization -Path $Package }
$app = Get-TeamsApp -ExternalId $externalId | Select-Object -First 1

# An app of the organisation is open to everybody from its upload, if that is the organisation's setting for such apps;
# the manifest cannot prevent it. So it is given to the group right away, and to the organiser.
Update-M365TeamsApp -Id $app.Id -IsBlocked $false -AppAssignmentType UsersAndGroups -OperationType Add \`
  -Users $Organiser -Groups $Group
'Who may have it now; it has to be the group and the organiser, and not Everyone:'
Get-M365TeamsApp -Id $app.Id | Select-Object -ExpandProperty AvailableTo | Format-List

# The organiser has it first: so it can be seen that the product may look after its own installations.
Add-TeamsAppInstallation -AppId $app.Id -UserId $Organiser -ErrorAction Continue
"TEAMS_APP=$($app.Id)"
'Then, in the Teams admin centre: Setup policies, pin it. If the command above is not allowed because the tenant has'
'app permission policies still: Permission policies, allow it for the group alone, before you do anything else.'
`
}
