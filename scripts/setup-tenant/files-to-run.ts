import { documentsSite } from './files/documents-site.ts'
import { meetingPolicy } from './files/meeting-policy.ts'
import { organiserMailbox } from './files/organiser-mailbox.ts'
import { readMe, settingsFile, undo } from './files/pages.ts'
import { registerApp } from './files/register-app.ts'
import { registration } from './files/registration.ts'
import { siteConsent } from './files/site-consent.ts'
import { teamsApp } from './files/teams-app.ts'
import type { Settings } from './settings.ts'

/**
 * The scripts of `--write`, by name. They hold ids, addresses and names of permissions, never a secret; what is
 * not decided yet they ask for. Each can be run again and does only what is missing. `kept` is what settings.env
 * holds besides.
 */
export function filesToRun(
  settings: Settings,
  kept: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    'README.md': readMe(settings),
    '1-register-app.sh': registerApp(settings),
    '6-finish-registration.sh': registration(settings),
    '2-site-consent.sh': siteConsent(settings),
    '2-documents-site.ps1': documentsSite(settings),
    '3-organiser-mailbox.ps1': organiserMailbox(settings),
    '4-organiser-meetings.ps1': meetingPolicy(settings),
    '9-teams-app.ps1': teamsApp(settings),
    'settings.env': settingsFile(settings, kept),
    'undo.md': undo(settings),
  }
}
