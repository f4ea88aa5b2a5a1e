import type { SubjectKind } from '../subject.ts'
import { DUTY_SUBJECTS } from './duty.ts'
import type { DutyKind, DutyKindOf } from './duty.ts'

/** What a duty is called: the heading of its card and page. */
export const DUTY_ASKS: Readonly<Record<DutyKind, string>> = {
  'do-action': 'One action for you',
  'say-whether-it-happened': 'Did it happen?',
  'answer-more-time': 'More time is asked for',
  'answer-question': 'A question about an action',
  'update-action': 'How does it stand?',
  'see-ended': 'No longer asked',
  'check-impact': 'Did it help?',
  'consider-step-up': 'Can it be stepped up now?',
  'send-long-list': 'Send the long list',
  'select-cases': 'Choose the cases',
  'release-to-qa': 'Release the chronologies to the QA manager',
  'release-to-panel': 'Release the chronologies to the panel',
  'confirm-receipt': 'Did the long list arrive?',
  'say-involvement': 'Which children do you know?',
  'name-team': 'Who works with this child?',
  'record-panel': 'Record what the panel decided',
  'confirm-panel': 'Confirm what was recorded',
  'send-chronology': 'Send the chronology',
  'send-evaluation': 'Send the evaluation',
  'send-on': 'Send on your agencies’ returns',
  'release-form': 'Release the close-the-loop form',
  'see-form': 'Please read what the panel found',
  'write-form': 'Your part of the close-the-loop form',
  'sign-form': 'Sign the close-the-loop form',
  'review-form': 'Review the close-the-loop form',
  'answer-form-question': 'The worker says that something is not right',
  'choose-meeting': 'When can you meet?',
  'check-form': 'Time to look again',
  'answer-escalation': 'A concern waits for your answer',
  'keep-promise': 'What was promised',
  'check-promise': 'Did it happen?',
  'ask-step-up': 'Can it be stepped up now?',
  'give-feedback': 'Say what came of it',
  'hear-feedback': 'Read what came of it',
}

type NotActions = Exclude<DutyKind, DutyKindOf<'action'>>

/**
 * The same asked in a sentence (`please`), named (`thing`), and told to those to whom it climbs (`notYet`), with
 * what they can do (`late`; else they speak with whoever owes it).
 */
export const DUTY_WORDS: Readonly<
  Record<
    NotActions,
    { readonly please: string; readonly thing: string; readonly notYet: string; readonly late?: string }
  >
> = {
  'send-long-list': {
    please: 'Please send the long list to the agencies',
    thing: 'the long list',
    notYet: 'sent the long list',
  },
  'select-cases': {
    please: 'Please choose the cases and send the packs',
    thing: 'the choice of cases',
    notYet: 'chosen the cases',
  },
  'release-to-qa': {
    please: 'Please release the chronologies to the QA manager',
    thing: 'the release to the QA manager',
    notYet: 'released the chronologies to the QA manager',
  },
  'release-to-panel': {
    please: 'Please release the chronologies to the panel members',
    thing: 'the release to the panel',
    notYet: 'released the chronologies to the panel',
  },
  'confirm-receipt': {
    please: 'Please confirm that the long list reached you, and nobody else',
    thing: 'the receipt of the long list',
    notYet: 'confirmed that the long list arrived',
  },
  'say-involvement': {
    please: 'Please say which of the children your agency knows',
    thing: 'your agency’s involvement',
    notYet: 'said which children the agency knows',
  },
  'name-team': {
    please: 'Please name the allocated worker, the supervising manager and the team',
    thing: 'the name of the allocated worker',
    notYet: 'named the allocated worker',
  },
  'record-panel': {
    please: 'Please record the grades, the judgement and what was good',
    thing: 'the record of panel day',
    notYet: 'recorded what the panel decided',
  },
  'confirm-panel': {
    please: 'Please confirm what was recorded for the panel',
    thing: 'the chair’s confirmation',
    notYet: 'confirmed what was recorded',
  },
  'send-chronology': {
    please: 'Please send your agency’s chronology',
    thing: 'the chronology',
    notYet: 'sent the chronology',
  },
  'send-evaluation': {
    please: 'Please sign off and send your agency’s evaluation with its documents',
    thing: 'the evaluation',
    notYet: 'sent the evaluation',
  },
  'send-on': {
    please: 'Please send on your agencies’ returns with your shared view of the impact',
    thing: 'the collated return',
    notYet: 'sent on the agencies’ returns',
  },
  'release-form': {
    please: 'Please read the draft for the allocated worker and release it',
    thing: 'the draft for the allocated worker',
    notYet: 'released the form to the allocated worker',
  },
  'see-form': {
    please: 'The panel looked at this case. Please read what it found good and what it asks for, and answer',
    thing: 'the close-the-loop form',
    notYet: 'opened the close-the-loop form',
  },
  'write-form': {
    please: 'Please finish your part of the close-the-loop form',
    thing: 'the close-the-loop form',
    notYet: 'sent the close-the-loop form',
  },
  'sign-form': {
    please: 'Please read the worker’s part and sign the form',
    thing: 'the signature of the form',
    notYet: 'signed the close-the-loop form',
  },
  'review-form': {
    please: 'Please review the signed form: close it or send it back',
    thing: 'the review of the form',
    notYet: 'reviewed the close-the-loop form',
  },
  'answer-form-question': {
    please: 'The worker says that something is not right with the form. Please read what, and answer',
    thing: 'the answer to the worker’s question',
    notYet: 'answered the worker’s question',
  },
  'choose-meeting': {
    please: 'Please take a time for the close-the-loop meeting',
    thing: 'the time of the close-the-loop meeting',
    notYet: 'taken a time for the close-the-loop meeting',
  },
  'check-form': {
    please: 'You wanted to look again at this case’s close-the-loop form. Please do, and write it in the log',
    thing: 'your next look at the form',
    notYet: 'looked at the form again',
  },
  'answer-escalation': {
    please: 'Please read the concern and say what will be done, by whom and by when',
    thing: 'the answer to the concern',
    notYet: 'answered the concern',
    late: 'It can be taken to the next stage now.',
  },
  'keep-promise': {
    please: 'Please do what was promised, and say when it is done',
    thing: 'what was promised',
    notYet: 'said that what was promised is done',
  },
  'check-promise': {
    please: 'Please say whether what was promised happened',
    thing: 'the check of what was promised',
    notYet: 'said whether what was promised happened',
  },
  'ask-step-up': {
    please: 'Can it be stepped up now? It waits for a meeting. Please answer',
    thing: 'the answer whether to step up now',
    notYet: 'said whether it can be stepped up now',
    late: 'It can be taken to the next stage now.',
  },
  'give-feedback': {
    please: 'Please tell whoever raised the concern what came of it',
    thing: 'the feedback on the concern',
    notYet: 'said what came of the concern',
  },
  'hear-feedback': {
    please: 'There is an answer to what came of the concern that you raised. Please read it',
    thing: 'the reading of what came of the concern',
    notYet: 'read what came of the concern',
  },
}

/** What somebody else owes, in the words of a list: "The receipt of the long list", "Did it happen? Call back." */
export function owedInWords(kind: DutyKind, what: string): string {
  if (kind === 'do-action') return what
  if (kind === 'say-whether-it-happened' || kind === 'update-action' || kind === 'check-impact')
    return `${DUTY_ASKS[kind]} ${what}`
  if (isAboutAction(kind)) return `${DUTY_ASKS[kind]}: ${what}`
  if (kind === 'say-involvement') return 'The agency’s involvement'
  const { thing } = DUTY_WORDS[kind]
  return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`
}

export function isAboutAction(kind: DutyKind): kind is DutyKindOf<'action'> {
  return DUTY_SUBJECTS[kind] === 'action'
}

/** "Case N-08" or "Round N-2018-2". */
export function aboutInWords(kind: DutyKind, reference: string): string {
  return `${ABOUT[DUTY_SUBJECTS[kind]]} ${reference}`
}

const ABOUT: Readonly<Record<SubjectKind, string>> = {
  action: 'Case',
  round: 'Round',
  reply: 'Round',
  case: 'Case',
  return: 'Case',
  collation: 'Case',
  form: 'Case',
  escalation: 'Escalation',
}

/** Where a duty is answered in the tab: questions about actions on one page each, all else where its matter is. */
export function pathOf(kind: DutyKind, duty: string, subject: string): string {
  const about = DUTY_SUBJECTS[kind]
  return about === 'action' ? `/answer/${duty}` : `/${PLACES[about]}/${subject}`
}

const PLACES = {
  round: 'rounds',
  reply: 'involvement',
  case: 'cases',
  return: 'returns',
  collation: 'collations',
  form: 'forms',
  escalation: 'escalations',
} as const
