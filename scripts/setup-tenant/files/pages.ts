import { consentLink } from '../checks/entra.ts'
import { GIVEN_BY, grantsWith } from '../grants.ts'
import type { Settings } from '../settings.ts'
import { STEPS } from '../steps.ts'

const HOW: Readonly<Record<number, string>> = {
  1: 'bash 1-register-app.sh',
  2: 'bash 2-site-consent.sh give <object id of the SharePoint Administrator>; ./2-documents-site.ps1 -SiteAddress https://<organisation>.sharepoint.com/sites/<site>; bash 2-site-consent.sh take <the same id>',
  3: './3-organiser-mailbox.ps1 -Refused <object id of your own account>',
  4: './4-organiser-meetings.ps1',
  5: 'infra/README.md of the product',
  6: 'bash 6-finish-registration.sh',
  7: 'the consent link below',
  8: 'settings.env into the container, migrate, start: docs/install.md of the product',
  9: './9-teams-app.ps1 -Package <the .zip> -Group <object id of the group of the partnership’s people>',
  10: 'npm run setup-tenant -- --check --other-mailbox <object id of your own account>',
}

export function readMe(settings: Settings): string {
  const grants = grantsWith(settings)
  const toConsent = grants.filter(({ kind }) => kind === 'application' || kind === 'delegated').length
  return `# Setting up Case Evaluations for Teams

In this order; docs/install.md of the product says more of each step. Each script can be run again. Nothing here is secret, and nothing here was run.

| step | | who | how |
|---|---|---|---|
${STEPS.map(({ number, title, who }) => `| ${number} | ${title} | ${who} | ${HOW[number] ?? ''} |`).join('\n')}

## The consent link (step 7)

A Privileged Role Administrator opens it, reads the list and accepts. It has to show the ${toConsent} permissions marked "consent" below and no other.

${consentLink(settings)}

| permission | how it is given | what for | what it can not do |
|---|---|---|---|
${grants.map(({ name, kind, why, cannot }) => `| ${name} | ${kind === 'application' || kind === 'delegated' ? 'consent: ' : ''}${GIVEN_BY[kind]} | ${why} | ${cannot} |`).join('\n')}
`
}

/** `kept` are the lines of the file that is there which are no settings of the tenant: they stay. */
export function settingsFile(settings: Settings, kept: Readonly<Record<string, string>> = {}): string {
  const rows: readonly (readonly [name: string, value: string | undefined, from: string])[] = [
    ['MODE', 'production', ''],
    ['PUBLIC_URL', settings.publicUrl, 'step 5: https:// and the host name'],
    ['TENANT_ID', settings.tenantId, 'step 1'],
    ['CLIENT_ID', settings.clientId, 'step 1'],
    ['OWNERS', settings.owners.join(',') || undefined, 'step 1: object ids, parted by commas'],
    ['MANAGED_IDENTITY', settings.managedIdentity, 'step 5: the client id of the identity'],
    ['SHAREPOINT_SITE', settings.site, 'step 2'],
    ['ORGANISER', settings.organiser, 'step 3: the object id of the account'],
    ['TEAMS_APP', settings.teamsApp, 'step 9'],
    ['INVITE_GUESTS', settings.inviteGuests ? 'yes' : 'no', ''],
  ]
  const own = rows.map(([name]) => name)
  const others = Object.entries(kept).filter(([name]) => !own.includes(name))
  return `# The settings of the product that concern the tenant. None of them is secret.
${[...rows, ...others].map(([name, value, from]) => (value === undefined ? `# ${name}=   ${from}` : `${name}=${value}`)).join('\n')}
`
}

/** Every revision that runs: a scale of nothing is refused, or leaves the older ones as they are. */
const stopCommand =
  'for revision in $(az containerapp revision list --name <app> --resource-group <group> --query "[?properties.active].name" --output tsv); do az containerapp revision deactivate --name <app> --resource-group <group> --revision $revision; done;'

export function undo({ clientId, organiser }: Settings): string {
  const app = clientId ?? '<CLIENT_ID>'
  const person = organiser ?? '<ORGANISER>'
  return `# Taking it out again

In this order: first what people see, then what it may, then what it is. The papers and the database stay until somebody deletes them on purpose.

| what | who | how |
|---|---|---|
| the app in Teams | Teams Administrator | Remove-TeamsApp -Id <TEAMS_APP> |
| the product | Owner of the Azure subscription | ${stopCommand} and see that none is active: az containerapp revision list --name <app> --resource-group <group> --all --output table |
| meetings | Teams Administrator | Grant-CsApplicationAccessPolicy -PolicyName $null -Identity ${person}; Remove-CsApplicationAccessPolicy -Identity CaseEvaluations |
| mailbox | Exchange Administrator | Get-ManagementRoleAssignment, those that begin with "Case Evaluations for Teams": Remove-ManagementRoleAssignment; Remove-ManagementScope "Case Evaluations for Teams organiser"; Get-ServicePrincipal, the one with AppId ${app}: Remove-ServicePrincipal |
| site | SharePoint Administrator | with the consent of step 2 again: Get-MgSitePermission -SiteId <SHAREPOINT_SITE>; Remove-MgSitePermission |
| consent to Graph Command Line Tools (step 2) | Application Administrator | bash 2-site-consent.sh take <object id of the SharePoint Administrator> |
| consent and registration | Application Administrator | az ad app delete --id ${app} (it can be had back for 30 days) |

To stop it at once, without taking anything out: Entra admin centre, Enterprise applications, Properties, "Enabled for users to sign in": No. From then on nobody signs in, and within an hour no token of the application is valid.
`
}
