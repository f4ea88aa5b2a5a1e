import type { Settings } from '../settings.ts'
import { powerShellValue } from './shell.ts'

export function meetingPolicy({ clientId, organiser }: Settings): string {
  return `# Step 4. The organiser's meetings: the application may set lobby and recording, for one account.
# Who: a Teams Administrator. Where: PowerShell (Install-Module MicrosoftTeams -Scope CurrentUser).
# Takes five minutes; Teams needs half an hour until it holds.
# To undo: Grant-CsApplicationAccessPolicy -PolicyName $null -Identity $Organiser
#          Remove-CsApplicationAccessPolicy -Identity CaseEvaluations
param(
  ${powerShellValue('ClientId', clientId)},
  ${powerShellValue('Organiser', organiser)}, # the object id of the account, the same as in step 3
  [string] $Former # the object id of the account that organised before, if Teams does not find it by itself
)
$ErrorActionPreference = 'Stop'

Connect-MicrosoftTeams | Out-Null
if (-not (Get-CsApplicationAccessPolicy | Where-Object Identity -EQ 'Tag:CaseEvaluations')) {
  New-CsApplicationAccessPolicy -Identity CaseEvaluations -AppIds $ClientId \`
    -Description 'Lobby and recording of panel meetings, for their organiser alone' | Out-Null
}
# Whoever had it before has it no more: the application would reach their meetings, too.
$had = @($Former | Where-Object { $_ })
try {
  $had += Get-CsOnlineUser -Filter "ApplicationAccessPolicy -eq 'CaseEvaluations'" | ForEach-Object Identity
} catch { Write-Warning 'Teams does not say who has the policy. If another account had it: -Former <object id>.' }
foreach ($person in $had | Select-Object -Unique | Where-Object { $_ -ne $Organiser }) {
  Grant-CsApplicationAccessPolicy -PolicyName $null -Identity $person
}
Grant-CsApplicationAccessPolicy -PolicyName CaseEvaluations -Identity $Organiser

# Nobody else may have it, and it must not be the organisation's default.
$default = (Get-CsApplicationAccessPolicy -Identity Global).AppIds
if ($default -contains $ClientId) { Write-Warning 'The default policy names the application: take it out.' }
(Get-CsOnlineUser -Identity $Organiser).ApplicationAccessPolicy
`
}
