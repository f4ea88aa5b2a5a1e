import type { Settings } from '../settings.ts'
import { powerShellValue } from './shell.ts'

export function teamsApp({ organiser }: Settings): string {
  return `# Step 9. The app in Teams: into the organisation's catalogue, for the people of the partnership.
# Who: a Teams Administrator. Where: PowerShell (Install-Module MicrosoftTeams -Scope CurrentUser).
# The package is made by: npm run package -- --env <name>. Takes five minutes; Teams shows it within a day,
# mostly within the hour. To undo: Remove-TeamsApp -Id $app.Id
param(
  [Parameter(Mandatory)] [string] $Package, # the .zip
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

# The organiser has it first: so it can be seen that the product may look after its own installations.
Add-TeamsAppInstallation -AppId $app.Id -UserId $Organiser -ErrorAction Continue
"TEAMS_APP=$($app.Id)"
'Then, in the Teams admin centre: Manage apps, allow it for the group of the partnership; Setup policies, pin it.'
`
}
