import { formAnswerSchema } from '#core/close-the-loop/commands.ts'
import type { FormAct, FormAnswer } from '#core/close-the-loop/commands.ts'

import type { WrittenStep } from './cards/loop-card.ts'

type Data = Readonly<Record<string, unknown>>

/** What the worker does with a close-the-loop form in chat; all else about it is done in the tab. */
export type FormInChat = Extract<FormAct, 'see' | 'write' | 'send' | 'ask'>

/** The typed answer of a step, or the sentence that says what is missing: on a card nothing is left empty. */
export function toFormAnswer(data: Data): FormAnswer | string {
  if (data['deed'] === 'ask') return parsed({ deed: 'ask', about: data['about'], text: data['text'] ?? '' })
  if (data['deed'] !== 'write') return parsed({ deed: data['deed'] })
  const step = STEPS[String(data['form']) as WrittenStep]
  if (!step || !Object.hasOwn(STEPS, String(data['form'])))
    return 'This card is too old. Say "help" for a new one.'
  for (const [field, sentence] of Object.entries(step)) {
    if (typeof data[field] !== 'string' || data[field].trim() === '') return sentence
  }
  const fields = Object.keys(step).map((field) => [field, data[field]])
  const shared = data['shared']
  const share = shared === 'true' || shared === 'false' ? { shared: shared === 'true' } : {}
  return parsed({ deed: 'write', ...Object.fromEntries(fields), ...share })
}

/** What each step needs, each with its sentence. */
const STEPS: Readonly<Record<WrittenStep, Readonly<Record<string, string>>>> = {
  meeting: {
    metOn: 'Give the day of the meeting.',
    present: 'Say who was there.',
    background: 'Say what it was about.',
  },
  reflections: { reflections: 'Say what you think of it now.' },
  learning: { learning: 'Say what can be done differently.' },
}

/** The days that do not fit, each with its sentence: what was typed stays on the card. */
export const WRONG_DAYS: Readonly<Record<string, string>> = {
  'meeting-is-to-come': 'That day is still to come. Give the day when the meeting was held.',
  'meeting-before-panel':
    'That was before panel day. Give the day of the meeting about what the panel found.',
}

/** The times that cannot be taken, each with its sentence. */
export const WRONG_TIMES: Readonly<Record<string, string>> = {
  'time-is-past': 'That time has passed. Take another one, or ring your lead person.',
  'no-such-time': 'Other times are proposed by now. Open it to see them.',
  'calendar-not-reachable': 'The calendar did not answer. It is not booked; please press again.',
  'meeting-not-locked':
    'The invitations are out, the meeting is not locked yet. Please press again within a quarter of an hour, or they are taken back.',
}

function parsed(said: unknown): FormAnswer | string {
  const answer = formAnswerSchema.safeParse(said)
  return answer.success ? answer.data : (answer.error.issues[0]?.message ?? 'Something is missing.')
}
