import type { Check, World } from '../check.ts'
import type { Finding } from '../finding.ts'
import { couldNot, ok, toDo } from '../finding.ts'
import { missing, noToken, otherwise, refusedFrom } from './words.ts'

const NEXT_MAILBOX = '3-organiser-mailbox.ps1; a change takes up to two hours'
const NEXT_MEETINGS = '4-organiser-meetings.ps1; a change takes half an hour'

const calendar: Check = {
  step: 3,
  title: 'The organiser’s calendar',
  explains: 'Panel days are booked in the calendar of one account. Only the ids of entries are asked for.',
  look: (world) =>
    own(world, (organiser) => `users/${organiser}/events?$top=1&$select=id`, {
      there: 'It opens.',
      refused: 'Exchange does not open the organiser’s calendar to the application.',
      next: NEXT_MAILBOX,
    }),
}

const otherCalendar: Check = {
  step: 3,
  title: 'Every other calendar',
  explains: 'The product must be refused elsewhere. Name a mailbox of your own; only ids would be asked for.',
  async look(world) {
    const { otherMailbox } = world.settings
    if (otherMailbox === undefined) return nameAnother()
    return refusedFrom(world, `users/${otherMailbox}/events?$top=1&$select=id`, {
      refused: 'Refused, as it has to be.',
      open: 'The application can open a calendar that is none of its business.',
      next: 'Calendars.ReadWrite is consented in Entra, or the scope in Exchange is too wide: Get-ManagementScope; Test-ServicePrincipalAuthorization',
    })
  },
}

const mail: Check = {
  step: 3,
  title: 'Nobody’s mail',
  explains: 'The product sends mail as the organiser; it must be refused when it asks to read, even there.',
  async look(world) {
    const { organiser } = world.settings
    if (organiser === undefined) return missing('ORGANISER', ORGANISER_IS)
    return refusedFrom(world, `users/${organiser}/messages?$top=1&$select=id`, {
      refused:
        'Refused, as it has to be. (That it may send is seen in Exchange: Test-ServicePrincipalAuthorization.)',
      open: 'The application can read the organiser’s mail.',
      next: 'Leave it Application Mail.Send alone: Get-ManagementRoleAssignment -RoleAssignee <service principal>',
    })
  },
}

const meetings: Check = {
  step: 4,
  title: 'The organiser’s meetings',
  explains: 'Lobby on, recording and transcription off: the product sets that for the organiser’s meetings.',
  look: (world) =>
    own(world, meetingOf, {
      there: 'They open.',
      refused: 'Teams does not open the organiser’s meetings to the application.',
      next: NEXT_MEETINGS,
    }),
}

const otherMeetings: Check = {
  step: 4,
  title: 'Everybody else’s meetings',
  explains: 'The product must be refused elsewhere: the Teams policy names one account.',
  async look(world) {
    const { otherMailbox } = world.settings
    if (otherMailbox === undefined) return nameAnother()
    return refusedFrom(world, meetingOf(otherMailbox), {
      refused: 'Refused, as it has to be.',
      open: 'The application reaches meetings of somebody else.',
      next: 'The policy is granted too widely: Get-CsApplicationAccessPolicy; Grant-CsApplicationAccessPolicy -PolicyName $null -Global',
    })
  },
}

export const ORGANISER_CHECKS: readonly Check[] = [calendar, otherCalendar, mail, meetings, otherMeetings]

const ORGANISER_IS = 'az ad user show --id <address of the organiser> --query id -o tsv'

/** A meeting that is not there: who may look says so, who may not is refused. */
function meetingOf(person: string): string {
  const nowhere = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_setup-check%40thread.v2/0'
  return `users/${person}/onlineMeetings?$filter=${encodeURIComponent(`JoinWebUrl eq '${nowhere}'`)}`
}

async function own(
  { settings: { organiser }, app, graph }: World,
  path: (organiser: string) => string,
  words: { readonly there: string; readonly refused: string; readonly next: string },
): Promise<Finding> {
  if (organiser === undefined) return missing('ORGANISER', ORGANISER_IS)
  if (organiser.includes('@'))
    return toDo('ORGANISER is an address; meetings are found by the object id alone.', ORGANISER_IS)
  if (!app.ok) return noToken()
  const answer = await graph(path(organiser))
  if (answer.kind === 'none') return otherwise('Graph', answer)
  if (answer.status === 200) return ok(words.there)
  if (answer.status === 403) return toDo(words.refused, words.next)
  if (answer.status === 404 && answer.code === 'MailboxNotEnabledForRESTAPI')
    return toDo('The organiser has no mailbox in Exchange Online.', 'Give the account a licence: step 3.')
  if (answer.status === 404 && /ErrorInvalidUser|Request_ResourceNotFound/.test(answer.code))
    return toDo('There is no such account.', ORGANISER_IS)
  return otherwise('Graph', answer)
}

function nameAnother(): Finding {
  return couldNot(
    'Nobody else was named.',
    'npm run setup-tenant -- --check --other-mailbox <object id of your own account>',
  )
}
