import { answerSchema } from '#core/actions/commands.ts'
import type { Answer, Deed } from '#core/actions/commands.ts'
import { parseMoment } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import type { Result } from '#core/result.ts'

import type { Desk } from './desk.ts'
import { toEscalationAnswer, WRONG_PROMISES } from './escalation-presses.ts'
import type { EscalationInChat } from './escalation-presses.ts'
import { toFormAnswer, WRONG_DAYS, WRONG_TIMES } from './form-presses.ts'
import type { FormInChat } from './form-presses.ts'
import type { CardAction } from './transport/bot-transport.ts'

type Data = CardAction['data']

/** What answers each deed that a card can send: a deed that is not here is asked of an action, and refused. */
export const ANSWERED_BY = {
  'report-done': 'action',
  'ask-for-time': 'action',
  question: 'action',
  'not-right': 'action',
  'cannot-do': 'action',
  confirm: 'action',
  dispute: 'action',
  'agree-time': 'action',
  'keep-day': 'action',
  'keep-action': 'action',
  withdraw: 'action',
  update: 'action',
  seen: 'action',
  'wait-longer': 'action',
  'say-impact': 'action',
  see: 'form',
  write: 'form',
  send: 'form',
  ask: 'form',
  'take-time': 'time',
  promise: 'escalation',
  'say-kept': 'escalation',
  'confirm-kept': 'escalation',
  'give-feedback': 'escalation',
  'hear-feedback': 'escalation',
  'wait-on': 'escalation',
} as const satisfies Readonly<
  Record<Deed | FormInChat | EscalationInChat, keyof typeof ANSWERS> & Record<string, keyof typeof ANSWERS>
>

export type CardDeed = keyof typeof ANSWERED_BY

/** Sends what a card says to its use case; gives the sentence that says what is missing or does not fit. */
export async function sayAnswer(
  desk: Desk,
  person: PersonId,
  { data, activityId }: CardAction,
): Promise<string | undefined> {
  const deed = data['deed']
  return ANSWERS[isCardDeed(deed) ? ANSWERED_BY[deed] : 'action'](desk, person, data, activityId)
}

/** A step of a form leads on to the next one; every other answer shows how the duty stands now. */
export function leadsOn({ deed }: Data): boolean {
  return isCardDeed(deed) && ANSWERED_BY[deed] === 'form'
}

function isCardDeed(deed: unknown): deed is CardDeed {
  return typeof deed === 'string' && Object.hasOwn(ANSWERED_BY, deed)
}

const WRONG_DAY = {
  'day-is-past': 'That day has passed. Choose a later one.',
  'day-is-not-later': 'Choose a day after the one that the action has now.',
}

const ANSWERS = {
  action: answering({
    read: toAnswer,
    send: (desk, person, duty, answer, key) => desk.answer(person, duty, answer, key),
    wrong: WRONG_DAY,
  }),
  form: answering({
    read: toFormAnswer,
    send: (desk, person, duty, answer, key) => desk.answerForm(person, duty, answer, key),
    wrong: WRONG_DAYS,
  }),
  time: answering({
    read: toTime,
    send: (desk, person, duty, { from }, key) => desk.takeTime(person, duty, from, key),
    wrong: WRONG_TIMES,
  }),
  escalation: answering({
    read: toEscalationAnswer,
    send: (desk, person, duty, answer, key) => desk.answerEscalation(person, duty, answer, key),
    wrong: WRONG_PROMISES,
  }),
} as const

/** One kind of answer: how the card is read, what is asked of the desk, which refusals are put right on the card. */
function answering<A extends object>(kind: {
  readonly read: (data: Data) => A | string
  readonly send: (
    desk: Desk,
    person: PersonId,
    duty: string,
    said: A,
    key: string,
  ) => Promise<Result<unknown, string>>
  readonly wrong: Readonly<Record<string, string>>
}) {
  return async (desk: Desk, person: PersonId, data: Data, key: string): Promise<string | undefined> => {
    const said = kind.read(data)
    if (typeof said === 'string') return said
    const result = await kind.send(desk, person, String(data['duty']), said, key)
    return result.ok ? undefined : kind.wrong[result.reason]
  }
}

/** The typed answer about an action, or the sentence that says what is missing. */
function toAnswer(data: Data): Answer | string {
  const deed = data['deed']
  const said =
    deed === 'not-right' || deed === 'cannot-do' ? { ...data, deed: 'question', question: deed } : data
  const parsed = answerSchema.safeParse(said)
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'Something is missing.')
}

function toTime(data: Data) {
  const from = parseMoment(String(data['form']))
  return from ? { from } : 'Choose a time.'
}
