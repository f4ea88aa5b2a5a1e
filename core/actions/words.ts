import type { Day } from '../calendar/day.ts'
import { addDays } from '../calendar/day.ts'
import { shortWords } from '../calendar/words.ts'
import { inASentence } from '../people/in-a-sentence.ts'
import type { ActionSource, ActionState, Impact } from './action.ts'
import type { Deed } from './commands.ts'
import type { Lateness } from './views.ts'

/** "Very late" is over 30 days, "due soon" within 14 (look.md). Calendar days, seen from today. */
const VERY_LATE = 30
const SOON = 14

/** The bounds of the groups by due day, for today: what the list is asked for with. */
export function latenessBounds(today: Day): { readonly veryLateBefore: Day; readonly soonUntil: Day } {
  return { veryLateBefore: addDays(today, -VERY_LATE), soonUntil: addDays(today, SOON) }
}

/** In which group of the tracker an action stands today. */
export function latenessOf(state: ActionState, due: Day, today: Day): Lateness {
  if (state === 'confirmed' || state === 'withdrawn') return 'done'
  if (state === 'reported-done') return 'waiting-for-check'
  const { veryLateBefore, soonUntil } = latenessBounds(today)
  if (due < veryLateBefore) return 'very-late'
  if (due < today) return 'late'
  return due <= soonUntil ? 'due-soon' : 'later'
}

/** The state as a tired reader would say it. */
export function stateInWords(
  state: ActionState,
  asker: string,
  until: Day | null,
  today: Day,
  replacedBy: string | null = null,
): string {
  const raiser = inASentence(asker)
  switch (state) {
    case 'open':
      return 'To do'
    case 'more-time-asked':
      return until ? `More time is asked for, until ${shortWords(until, today)}` : 'More time is asked for'
    case 'questioned':
      return `A question for ${raiser}`
    case 'reported-done':
      return `Reported done: ${raiser} says whether it happened`
    case 'confirmed':
      return `It happened: ${raiser} said so`
    case 'withdrawn':
      return replacedBy === null ? `Withdrawn by ${raiser}` : `Replaced by ${replacedBy}`
  }
}

/** What an answer says, in the past tense: for the history. */
export const DEED_DONE: Readonly<Record<Deed, string>> = {
  'report-done': 'Said that it is done',
  'ask-for-time': 'Asked for more time',
  question: 'Said that something is not right',
  confirm: 'Said that it happened',
  dispute: 'Said that it did not happen',
  'agree-time': 'Agreed to the later day',
  'keep-day': 'Kept the day',
  'keep-action': 'Kept the action as it is',
  withdraw: 'Withdrew the action',
  update: 'Said how it stands',
  seen: 'Saw that it is no longer asked',
  'wait-longer': 'Chose to wait for the meeting',
  'say-impact': 'Said whether it helped',
}

/** What happens next, after each answer: the second sentence of a receipt. */
const WHAT_NEXT: Readonly<Record<Deed, string>> = {
  'report-done':
    'Whoever asked for it is asked whether it happened. You hear again only if something is left to do.',
  'ask-for-time': 'Whoever asked for it agrees or keeps the day. Until then the day stays.',
  question: 'Whoever asked for it answers. You hear again only if something is left to do.',
  confirm: 'The action is closed.',
  dispute: 'The action is open again. Everyone concerned sees why.',
  'agree-time': 'The action is due on the later day. Its owner was told.',
  'keep-day': 'The action stays due on its day. Its owner was told.',
  'keep-action': 'The action stays as it is. Its owner was told.',
  withdraw: 'The action is closed. Everyone concerned sees why.',
  update: 'The action stays open until its day. Everyone concerned reads how it stands.',
  seen: 'There is nothing more to do.',
  'wait-longer': 'You are asked again while it waits. A concern can be raised at any time.',
  'say-impact': 'Everyone concerned reads it, and the partnership counts it.',
}

/** The labels of what people typed, by the field of the command. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  whatWasDone: 'What was done',
  evidence: 'How we know',
  reason: 'Why',
  until: 'Until',
  question: 'What is not right',
  by: 'Replaced by',
  note: 'What was promised',
  impact: 'Did it help?',
  how: 'How it stands',
  waitsFor: 'Waits for',
}

/** Where an action comes from. */
export const SOURCE_WORDS: Readonly<Record<ActionSource, string>> = {
  'panel-day': 'Panel day',
  learning: 'Learning and briefings',
  escalation: 'An escalation',
  subgroup: 'The subgroup',
  import: 'An earlier tracker',
}

export const IMPACT_WORDS: Readonly<Record<Impact, string>> = {
  helped: 'It helped',
  partly: 'It helped in part',
  no: 'It did not help',
}

/** An answer as its receipt says it: who said what, and what happens next. `who` is "You" or a name. */
export function receiptOf(deed: Deed, who: string): readonly [string, string] {
  const done = DEED_DONE[deed]
  return [`${who} ${done.charAt(0).toLowerCase()}${done.slice(1)}.`, WHAT_NEXT[deed]]
}
