import type { AnswerDutyRefused } from '#core/actions/answer-duty.ts'
import type { ChaseRefused } from '#core/actions/chase-actions.ts'
import type { RecordRefused } from '#core/actions/record-action.ts'
import type { NameTeamRefused } from '#core/cases/name-team.ts'
import type { MakePaperRefused } from '#core/chronology/make-papers.ts'
import type { AnswerFormDutyRefused, AnswerFormRefused } from '#core/close-the-loop/answer-form.ts'
import type { NotKept } from '#core/documents/documents.ts'
import type { ReceiptRefused } from '#core/involvement/confirm-receipt.ts'
import type { InvolvementRefused } from '#core/involvement/say-involvement.ts'
import type { SelectRefused } from '#core/involvement/select-cases.ts'
import type { NotBooked } from '#core/meetings/meetings.ts'
import type { BookPanelDayRefused } from '#core/panel-day/book-panel-day.ts'
import type { ClosePanelDayRefused } from '#core/panel-day/close-panel-day.ts'
import type { ConfirmPanelRefused } from '#core/panel-day/confirm-panel.ts'
import type { RecordPanelRefused } from '#core/panel-day/record-panel.ts'
import type { InviteRefused } from '#core/returns/invite-contributor.ts'
import type { JudgeRefused } from '#core/returns/judge-part.ts'
import type { AnswerFieldRefused } from '#core/returns/save-answer.ts'
import type { EntryRefused } from '#core/returns/save-entry.ts'
import type { SendOnRefused } from '#core/returns/send-on.ts'
import type { SendRefused } from '#core/returns/send-part.ts'
import type { ApproveRefused } from '#core/round/approve-theme.ts'
import type { ChangeRoundRefused } from '#core/round/change-round.ts'
import type { CopyRefused } from '#core/round/copy-round.ts'
import type { MoreTimeRefused } from '#core/round/grid/more-time.ts'
import type { NotInvolvedRefused } from '#core/round/grid/not-involved.ts'
import type { RemindRefused } from '#core/round/grid/remind-cells.ts'
import type { ReleaseRefused } from '#core/round/release.ts'
import type { SendListRefused } from '#core/round/send-long-list.ts'
import type { WriteListRefused } from '#core/round/write-long-list.ts'
import type { RunRefused } from '#store/run.ts'

/** Every expected "no" of the doors: what to say, and the field that it is about. */
export type Reason =
  | AnswerFormRefused
  | AnswerFormDutyRefused
  | AnswerDutyRefused
  | ChaseRefused
  | RecordRefused
  | AnswerFieldRefused
  | EntryRefused
  | SendRefused
  | JudgeRefused
  | InviteRefused
  | SendOnRefused
  | NameTeamRefused
  | RecordPanelRefused
  | ConfirmPanelRefused
  | BookPanelDayRefused
  | ClosePanelDayRefused
  | NotBooked
  | ReceiptRefused
  | InvolvementRefused
  | SelectRefused
  | ApproveRefused
  | RemindRefused
  | MoreTimeRefused
  | NotInvolvedRefused
  | ReleaseRefused
  | MakePaperRefused
  | NotKept
  | ChangeRoundRefused
  | CopyRefused
  | SendListRefused
  | WriteListRefused
  | 'not-yours-to-edit-calendar'
  | RunRefused
  | 'not-yours-to-choose'
  | 'no-such-action'
  | 'not-signed-in'
  | 'bad-input'
  | 'too-large'
  | 'no-idempotency-key'
  | 'no-such-page'
  | 'fault'

type Sentence = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly field?: string
}

const NOT_HERE = {
  status: 404,
  title: 'This is not here for you',
  detail:
    'This link is not for you, or it is no longer there. If you think it should be, ring the partnership.',
} as const

/** problem+json for people: what happened, that nothing was lost, what to do. Exhaustive by type. */
export const PROBLEMS: Readonly<Record<Reason, Sentence>> = {
  'no-such-action': NOT_HERE,
  'no-such-duty': NOT_HERE,
  'no-such-form': NOT_HERE,
  'no-such-return': NOT_HERE,
  'no-such-collation': NOT_HERE,
  'no-such-entry': {
    status: 404,
    title: 'This entry is no longer there',
    detail: 'Somebody of your agency took it out meanwhile. What you typed is still here.',
  },
  'not-yours-to-write': {
    status: 403,
    title: 'Only the agency writes in its return',
    detail: 'You read what it sends. To have something changed, send it back with a comment.',
  },
  'not-open-yet': {
    status: 409,
    title: 'This is not open yet',
    detail: 'It opens on the day that the page says. Nothing was changed.',
  },
  'nothing-asked': {
    status: 409,
    title: 'Nothing is asked here',
    detail: 'This part is not asked of your agency for this case. Nothing was changed.',
  },
  'was-sent': {
    status: 409,
    title: 'This was sent already',
    detail: 'It can only be read now. To change it, ring the partnership and ask to have it back.',
  },
  'no-such-field': {
    status: 422,
    title: 'There is no such field',
    detail: 'Load the page again: the questions are those of the round. Nothing was changed.',
  },
  'not-an-answer': {
    status: 422,
    title: 'This is not one of the answers',
    detail: 'Choose one of those that are offered. Nothing was changed.',
  },
  'day-is-to-come': {
    status: 422,
    title: 'That day is still to come',
    detail: 'An entry is about something that happened: choose today or an earlier day.',
    field: 'on',
  },
  'not-yours-to-send': {
    status: 403,
    title: 'The lead person sends it',
    detail: 'You can write here. Your agency’s lead person signs and sends.',
  },
  'nothing-written': {
    status: 422,
    title: 'There is no entry yet',
    detail: 'Add an entry, or say that there is nothing to record. Nothing was sent.',
  },
  'not-complete': {
    status: 422,
    title: 'Something is not answered yet',
    detail: 'Answer what the page lists, then send it again. Nothing was sent.',
  },
  'not-yours-to-judge': {
    status: 403,
    title: 'Whoever asked for it decides',
    detail: 'It is accepted or sent back by whoever asked for it. Nothing was changed.',
  },
  'nothing-to-judge': {
    status: 409,
    title: 'There is nothing to accept or send back',
    detail: 'It was not sent yet, or somebody decided already. The page shows how it stands now.',
  },
  'not-yours-to-invite': {
    status: 403,
    title: 'The lead person invites',
    detail: 'Ask your agency’s lead person to invite them. Nothing was changed.',
  },
  'already-invited': {
    status: 422,
    title: 'This person is here already',
    detail: 'They can write in this return: there is nobody to invite again.',
    field: 'mail',
  },
  'not-yours-to-send-on': {
    status: 403,
    title: 'The collator sends these on',
    detail: 'You can see how they stand; the collating agency’s lead person sends them on.',
  },
  'was-sent-on': {
    status: 409,
    title: 'This was sent on already',
    detail: 'The page shows what was sent. Nothing more to do.',
  },
  'inputs-missing': {
    status: 422,
    title: 'An agency has not sent yet',
    detail: 'Wait for it, remind it, or tick that you send on without it: that is shown to the partnership.',
    field: 'anyway',
  },
  'not-yours-to-set-up': {
    status: 403,
    title: 'The partnership sets up rounds',
    detail: 'Ask the business manager or the QA manager. Nothing was changed.',
  },
  'no-such-method': {
    status: 422,
    title: 'There is no such method',
    detail: 'Choose a method from the list.',
    field: 'method',
  },
  'no-office': {
    status: 409,
    title: 'A post of the partnership is missing',
    detail: 'A round needs the posts of business manager, QA manager and panel chair. Add them first.',
  },
  'prefix-is-taken': {
    status: 422,
    title: 'Cases of another round have these letters',
    detail:
      'Choose other letters, or take those that the page proposes. References are used once and for ever.',
    field: 'prefix',
  },
  'code-is-taken': {
    status: 422,
    title: 'Another round of that year has this number',
    detail: 'Choose another number, or take the one that the page proposes.',
    field: 'number',
  },
  'not-a-monday': {
    status: 422,
    title: 'A round starts on a Monday',
    detail: 'Choose the Monday that the page proposes, or another one.',
    field: 'start',
  },
  'left-out-not-a-monday': {
    status: 422,
    title: 'Weeks are left out as a whole',
    detail: 'A week that is left out is named by its Monday.',
    field: 'leftOut',
  },
  'starts-in-a-week-left-out': {
    status: 422,
    title: 'The round would start in a week that is left out',
    detail: 'Choose a later start, or count that week.',
    field: 'start',
  },
  'no-such-agency': {
    status: 422,
    title: 'There is no such agency',
    detail: 'Choose each agency from the list, or give the name of a new one.',
    field: 'members',
  },
  'agency-twice': {
    status: 422,
    title: 'One agency is here twice',
    detail: 'Each agency takes part once. Take one of the two out.',
    field: 'members',
  },
  'no-such-collator': {
    status: 422,
    title: 'The agency that collates is not in this round',
    detail: 'Add it to the round, or let the agency send its returns itself.',
    field: 'members',
  },
  'collator-is-collated': {
    status: 422,
    title: 'An agency that collates sends its own returns',
    detail: 'Nobody can collate for an agency that collates for others, or for itself.',
    field: 'members',
  },
  'list-was-sent': {
    status: 409,
    title: 'The long list was sent already',
    detail: 'The agencies have it now. The page shows how the round stands.',
  },
  'was-approved': {
    status: 409,
    title: 'The theme was approved already',
    detail: 'The page shows by whom and when. Nothing more to do.',
  },
  'approved-in-the-future': {
    status: 422,
    title: 'That day is still to come',
    detail: 'Give the day on which the theme was approved: today or an earlier one.',
    field: 'on',
  },
  'list-is-too-long': {
    status: 422,
    title: 'The list is longer than the method asks',
    detail: 'Take some cases out. Nothing was changed.',
    field: 'cases',
  },
  'reference-twice': {
    status: 422,
    title: 'Two cases have one reference',
    detail: 'Each case needs a reference of its own. Nothing was changed.',
    field: 'cases',
  },
  'reference-of-another-round': {
    status: 422,
    title: 'A reference has the letters of another round',
    detail: 'Leave the reference out: one is given. Nothing was changed.',
    field: 'cases',
  },
  'born-in-the-future': {
    status: 422,
    title: 'A date of birth is still to come',
    detail: 'Correct it, or say that the child is not born yet. Nothing was changed.',
    field: 'cases',
  },
  'theme-is-not-approved': {
    status: 409,
    title: 'The theme is not approved yet',
    detail: 'Record who approved it and when; then the list can go out. Nothing was sent.',
  },
  'no-lead-person': {
    status: 422,
    title: 'An agency has no lead person',
    detail: 'Name the lead person of every agency; the page says which are missing. Nothing was sent.',
  },
  'lead-person-not-senior': {
    status: 422,
    title: 'A lead person is not declared to decide for the agency',
    detail: 'Declare it for each agency that the page names, or name another lead person. Nothing was sent.',
  },
  'no-long-list': {
    status: 422,
    title: 'There is no long list yet',
    detail: 'Write the long list first. Nothing was sent.',
  },
  'long-list-is-short': {
    status: 422,
    title: 'The long list is shorter than the method asks',
    detail: 'Say why, or add the missing cases. Nothing was sent.',
    field: 'reason',
  },
  'not-yours-to-edit-calendar': {
    status: 403,
    title: 'The business manager keeps the calendar',
    detail: 'Ask the business manager to change it. Nothing was changed.',
  },
  'no-such-page': { ...NOT_HERE, title: 'There is no such page' },
  'unknown-person': {
    status: 401,
    title: 'We do not know you here',
    detail: 'Sign in again, or ring the partnership.',
  },
  'no-such-case-file': NOT_HERE,
  'no-such-person': {
    status: 422,
    title: 'There is no such person',
    detail: 'Choose a person from the list, or give a name and a mail address.',
  },
  'not-yours-to-name': {
    status: 403,
    title: 'The lead agency names the team',
    detail: 'Ask the lead person of the agency that leads this case.',
  },
  'not-yours-to-choose': {
    status: 403,
    title: 'This list is for those who name people',
    detail: 'Lead persons and the partnership choose people from it.',
  },
  'lead-person-is-worker': {
    status: 422,
    title: 'A lead person in this case cannot be its allocated worker',
    detail:
      'Nobody looks at their own work. Let a deputy take over as lead person, or name the worker who works with the child.',
    field: 'worker',
  },
  'lead-person-is-manager': {
    status: 422,
    title: 'A lead person in this case cannot be its supervising manager',
    detail:
      'Nobody looks at their own work. Let a deputy take over as lead person, or name the manager who supervises the worker.',
    field: 'manager',
  },
  'worker-is-manager': {
    status: 422,
    title: 'Worker and manager are one person',
    detail: 'Name the manager who supervises the worker.',
    field: 'manager',
  },
  'not-yours-to-record-panel': {
    status: 403,
    title: 'The partnership records panel day',
    detail: 'The business manager or the QA manager records what the panel decided.',
  },
  'panel-is-confirmed': {
    status: 409,
    title: 'The chair has confirmed this case',
    detail: 'What the panel decided stands.',
  },
  'panel-day-is-not-open': {
    status: 409,
    title: 'Panel day is not open',
    detail: 'It is open from the choice of cases until panel day is closed.',
  },
  'no-own-grade': {
    status: 422,
    title: 'One of these agencies has sent no grade',
    detail: 'The panel grades the agencies that sent an evaluation. Load the page again.',
    field: 'grades',
  },
  'graded-twice': {
    status: 422,
    title: 'An agency has two grades',
    detail: 'Give each agency one grade.',
    field: 'grades',
  },
  'grade-missing': {
    status: 422,
    title: 'An agency has no grade of the panel yet',
    detail: 'Choose the panel’s grade for each agency.',
    field: 'grades',
  },
  'rationale-missing': {
    status: 422,
    title: 'A grade was changed without a reason',
    detail: 'Say why the panel’s grade is another than the agency’s own.',
    field: 'grades',
  },
  'not-yours-to-confirm': {
    status: 403,
    title: 'The chair confirms this',
    detail: 'What was recorded for the panel is confirmed by its chair.',
  },
  'nothing-is-recorded': {
    status: 409,
    title: 'Nothing is recorded yet',
    detail: 'The partnership records what the panel decided first.',
  },
  'not-yours-to-book': {
    status: 403,
    title: 'The partnership books panel day',
    detail: 'It can be booked once the cases are chosen, and until panel day is closed.',
  },
  'panel-day-is-past': {
    status: 422,
    title: 'Panel day has passed',
    detail: 'A meeting is booked before its day.',
  },
  'ends-before-it-begins': {
    status: 422,
    title: 'It ends before it begins',
    detail: 'Give a time that is later than its beginning.',
    field: 'to',
  },
  'not-yours-to-manage': {
    status: 403,
    title: 'The partnership decides this',
    detail: 'Ask the business manager. Nothing was changed.',
  },
  'panel-was-held': {
    status: 409,
    title: 'Panel day was closed',
    detail: 'Days and agencies of a case stay as they were on panel day. Nothing was changed.',
  },
  'part-is-not-owed': {
    status: 409,
    title: 'This part is not owed any more',
    detail: 'It was sent, or the agency is not asked for it. Nothing was changed.',
  },
  'later-day-needed': {
    status: 422,
    title: 'That is not a later day',
    detail: 'Choose a day after the one that the agency has now, and not in the past.',
    field: 'until',
  },
  'before-panel-day': {
    status: 422,
    title: 'That is too late for the panel',
    detail: 'Choose a day before panel day: the panel reads it then.',
    field: 'until',
  },
  'is-out-already': {
    status: 409,
    title: 'The agency is out of this case already',
    detail: 'Somebody marked it meanwhile. Nothing more to do.',
  },
  'part-was-sent': {
    status: 409,
    title: 'The agency sent something for this case',
    detail: 'Who sent a part stays in the case. Send it back first if it was sent for the wrong case.',
  },
  'leads-the-case': {
    status: 409,
    title: 'This agency leads the case',
    detail: 'The lead agency is always involved. Nothing was changed.',
  },
  'not-yours-to-release': {
    status: 403,
    title: 'The partnership releases the chronologies',
    detail: 'Ask the business manager. Nothing was changed.',
  },
  'nothing-to-release': {
    status: 409,
    title: 'There is nothing to release now',
    detail: 'Chronologies are released between the choice of cases and panel day.',
  },
  'was-released': {
    status: 409,
    title: 'They were released already',
    detail: 'Nothing more to do.',
  },
  'qa-manager-first': {
    status: 409,
    title: 'The QA manager comes first',
    detail: 'Release the chronologies to the QA manager, then to the panel.',
  },
  'not-released-to-you': {
    status: 403,
    title: 'The chronology is not released to you yet',
    detail: 'It is released by the business manager, not by a day. You can read it here from then on.',
  },
  'not-yours-to-make': {
    status: 403,
    title: 'The partnership makes the papers',
    detail: 'You can read it here. Ask the business manager for the paper.',
  },
  'name-not-allowed': {
    status: 409,
    title: 'There are too many versions of this paper',
    detail: 'Nothing was kept. Ask the business manager to clear the round’s folder.',
  },
  'not-reachable': {
    status: 503,
    title: 'We could not reach the place where papers are kept',
    detail: 'Nothing was kept or handed out. Try again in a minute.',
  },
  'no-room': {
    status: 503,
    title: 'There is no room where papers are kept',
    detail: 'Nothing was kept or handed out. Ring the partnership.',
  },
  'calendar-not-reachable': {
    status: 503,
    title: 'We could not reach the calendar',
    detail: 'Nothing was booked. Try again in a minute.',
  },
  'not-yours-to-close': {
    status: 403,
    title: 'The chair or the partnership closes panel day',
    detail: 'Ask the chair or the business manager.',
  },
  'not-all-confirmed': {
    status: 409,
    title: 'The chair has not confirmed all cases yet',
    detail: 'Panel day is closed when each case is recorded and confirmed.',
  },
  'no-team-named': {
    status: 409,
    title: 'A case that needs a form has no team yet',
    detail: 'The lead agency names worker and manager first: they get the close-the-loop form.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Please sign in',
    detail: 'You are not signed in, or it was too long ago.',
  },
  'bad-input': {
    status: 422,
    title: 'Something is missing or not right',
    detail: 'Look at the fields that are marked. Nothing was lost.',
  },
  'too-large': {
    status: 413,
    title: 'That is too much at once',
    detail: 'Shorten what you typed, or send it in parts. Nothing was changed.',
  },
  'no-idempotency-key': {
    status: 400,
    title: 'The request has no key',
    detail: 'Send an Idempotency-Key of 8 to 200 characters with every change.',
  },
  'key-was-used': {
    status: 422,
    title: 'This was sent before with other words',
    detail: 'Load the page again and send it once more. Nothing was changed.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'Somebody changed this meanwhile',
    detail: 'Look at what is new. What you typed is still here; send it again if it still holds.',
  },
  'already-answered': { status: 409, title: 'This was answered already', detail: 'Nothing more to do.' },
  'not-yours-to-answer': {
    status: 403,
    title: 'Somebody else answers this',
    detail: 'You can see it, but the answer is owed by another post.',
  },
  'day-is-past': {
    status: 422,
    title: 'That day has passed',
    detail: 'Choose today or a later day.',
    field: 'due',
  },
  'day-is-not-later': {
    status: 422,
    title: 'That is not a later day',
    detail: 'Choose a day after the one that the action has now.',
    field: 'until',
  },
  'not-yours-to-record': {
    status: 403,
    title: 'The QA manager records actions',
    detail: 'Ask the QA manager of the partnership to record it.',
  },
  'no-such-case': {
    status: 422,
    title: 'There is no such case',
    detail: 'Choose a case from the list.',
    field: 'case',
  },
  'no-such-post': {
    status: 422,
    title: 'There is no such post',
    detail: 'Choose a post from the list.',
    field: 'owner',
  },
  'same-agency': {
    status: 422,
    title: 'Owner and raiser are of one agency',
    detail: 'Choose a raiser from another agency: nobody confirms their own work.',
    field: 'raiser',
  },
  'names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto cards and mails. Take out the name, initials or date of birth.',
    field: 'what',
  },
  'good-names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto the worker’s card. Take out the name, initials or date of birth.',
    field: 'good',
  },
  'asked-names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto the worker’s card. Take out the name, initials or date of birth.',
    field: 'asked',
  },
  'not-sent-yet': {
    status: 409,
    title: 'The worker has not sent it yet',
    detail: 'Their part is still being written. You are told when it is sent.',
  },
  'not-signed-yet': {
    status: 409,
    title: 'The lead person has not signed it yet',
    detail: 'You are told when it is signed.',
  },
  'meeting-is-to-come': {
    status: 422,
    title: 'That meeting is still to come',
    detail: 'Give the day of the meeting when it was held.',
    field: 'metOn',
  },
  'meeting-before-panel': {
    status: 422,
    title: 'That was before panel day',
    detail: 'Give the day of the meeting about what the panel found.',
    field: 'metOn',
  },
  'no-meeting-day': {
    status: 422,
    title: 'The day of the meeting is missing',
    detail: 'Say when the close-the-loop meeting was. What you wrote is kept.',
    field: 'metOn',
  },
  'no-meeting-people': {
    status: 422,
    title: 'It does not say who was at the meeting',
    detail: 'Say who was there. What you wrote is kept.',
    field: 'present',
  },
  'no-background': {
    status: 422,
    title: 'The background is missing',
    detail: 'Say what it was about. What you wrote is kept.',
    field: 'background',
  },
  'no-reflections': {
    status: 422,
    title: 'Your reflections are missing',
    detail: 'Say what you think of it now. What you wrote is kept.',
    field: 'reflections',
  },
  'no-learning': {
    status: 422,
    title: 'What can be learned is missing',
    detail: 'Say what can be done differently. What you wrote is kept.',
    field: 'learning',
  },
  'not-yours-to-chase': {
    status: 403,
    title: 'The partnership reminds people',
    detail: 'Ask the business manager to send a reminder.',
  },
  'nothing-to-chase': {
    status: 409,
    title: 'Nobody has to be reminded',
    detail: 'Everything was answered meanwhile.',
  },
  'no-such-round': NOT_HERE,
  'no-such-reply': NOT_HERE,
  'receipt-comes-first': {
    status: 409,
    title: 'First say that the list arrived',
    detail: 'Confirm that the long list reached you, and nobody else. Then the cases are shown.',
  },
  'cases-are-chosen': {
    status: 409,
    title: 'The cases were chosen',
    detail: 'Nothing can be changed here any more. If something is wrong, ring the partnership.',
  },
  'not-all-answered': {
    status: 422,
    title: 'Not every case has an answer',
    detail: 'Choose an answer for each case. What you chose so far is still here.',
    field: 'answers',
  },
  'not-on-the-list': {
    status: 422,
    title: 'The list is another one now',
    detail: 'A case is not on the long list, or is there twice. Load the page again.',
  },
  'not-yours-to-select': {
    status: 403,
    title: 'The partnership chooses the cases',
    detail: 'The business manager and the QA manager choose, from what all agencies answered.',
  },
  'list-was-not-sent': {
    status: 409,
    title: 'The long list was not sent yet',
    detail: 'Send the long list first. The agencies say which cases they know, then cases are chosen.',
  },
  'lead-agency-does-not-know': {
    status: 422,
    title: 'A lead agency does not know its case',
    detail: 'Choose for each case a lead agency that answered "known".',
    field: 'cases',
  },
  'reason-for-unanswered': {
    status: 422,
    title: 'Not every agency has answered',
    detail: 'Wait for the answers, or say why the cases are chosen without them.',
    field: 'reason',
  },
  'reason-for-number': {
    status: 422,
    title: 'The number of cases needs a reason',
    detail: 'This is not the number that the method asks for. Choose others, or say why.',
    field: 'reason',
  },
  'reason-for-thresholds': {
    status: 422,
    title: 'The thresholds need a reason',
    detail: 'A threshold that the method asks for has no case. Choose others, or say why.',
    field: 'reason',
  },
  'reason-for-other-than-the-aid': {
    status: 422,
    title: 'This choice needs a reason',
    detail: 'Other cases are known to more agencies. Choose these, or say why you chose as you did.',
    field: 'reason',
  },
  fault: {
    status: 500,
    title: 'Something went wrong here',
    detail:
      'Nothing was lost. Try again in a minute; if it happens again, ring the partnership with this number.',
  },
}

export type Problem = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly reference: string
  readonly fields?: Readonly<Record<string, string>>
}

/** The body of a "no". */
export function problem(
  reason: Reason,
  reference: string,
  fields?: Readonly<Record<string, string>>,
  about: readonly string[] = [],
): Problem {
  const { field, ...said } = PROBLEMS[reason]
  const sentence =
    about.length > 0 ? { ...said, detail: `${said.detail} This is about: ${about.join(', ')}.` } : said
  const marked = fields ?? (field === undefined ? undefined : { [field]: sentence.detail })
  return { ...sentence, reference, ...(marked && { fields: marked }) }
}
