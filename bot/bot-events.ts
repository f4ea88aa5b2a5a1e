import { answerSchema } from '#core/actions/commands.ts'
import type { Answer } from '#core/actions/commands.ts'
import { parseMoment } from '#core/calendar/moment.ts'
import { isAboutAction } from '#core/duties/words.ts'
import type { PersonId } from '#core/ids.ts'
import type { LetterItem } from '#core/prompts/letter.ts'
import { storable } from '#core/storable.ts'

import { askCard, formCard, isForm } from './cards/ask-card.ts'
import { escalationForm, isAboutEscalation, isEscalationForm } from './cards/escalation-card.ts'
import { concernCard, helpCard, notAWishCard, nothingAboutCard } from './cards/help-card.ts'
import { listCard, nothingCard } from './cards/list-card.ts'
import { isLoopItem, loopCard, stepOf } from './cards/loop-card.ts'
import { notForYouCard, receiptCard } from './cards/receipt-card.ts'
import type { Desk } from './desk.ts'
import { isEscalationPress, toEscalationAnswer, WRONG_PROMISES } from './escalation-presses.ts'
import { isFormPress, toFormAnswer, WRONG_DAYS, WRONG_TIMES } from './form-presses.ts'
import type {
  BotEvents,
  CardAction,
  CardAnswer,
  CardJson,
  ConversationAddress,
  Outgoing,
} from './transport/bot-transport.ts'
import { wishIn } from './typed.ts'
import type { Wish } from './typed.ts'

/** What the bot does with what comes in from Teams. Each handler asks again who it is and what is owed. */
export function botEvents(desk: Desk): BotEvents {
  return {
    installed: (address) => withPerson(desk, address, (person) => desk.installed(person, address)),
    uninstalled: (address) => withPerson(desk, address, (person) => desk.uninstalled(person)),
    async message(address, { user, text }) {
      const person = await desk.personOf(user)
      if (!person)
        return { card: notForYouCard(await desk.around()), summary: 'This bot does not know you yet' }
      await desk.installed(person, address)
      return typedAnswer(desk, person, wishIn(text))
    },
    cardAction: (action) => answerPress(desk, { ...action, data: storables(action.data) }),
  }
}

async function answerPress(desk: Desk, action: CardAction): Promise<CardAnswer> {
  const person = await desk.personOf(action.user)
  if (!person) return asCard(notForYouCard(await desk.around()))
  const number = action.data['number']
  if (typeof number === 'number' && Number.isSafeInteger(number)) await desk.arrived(person, number)
  switch (action.verb) {
    case 'look':
      return asCard(await dutyCard(desk, person, action.data))
    case 'list':
      return asCard(await waitingCard(desk, person))
    case 'help':
      return asCard(helpCard(await desk.around()))
    case 'answer':
      if (isEscalationPress(action.data)) return answerEscalation(desk, person, action)
      if (action.data['deed'] === 'take-time') return takeTime(desk, person, action)
      return isFormPress(action.data) ? answerForm(desk, person, action) : answerDuty(desk, person, action)
    default:
      return {
        kind: 'error',
        status: 400,
        code: 'UnknownVerb',
        message: 'This card is too old. Say "list" for a new one.',
      }
  }
}

async function answerDuty(
  desk: Desk,
  person: PersonId,
  { data, activityId }: CardAction,
): Promise<CardAnswer> {
  const answer = toAnswer(data)
  if (typeof answer === 'string') return { kind: 'error', status: 400, code: 'BadInput', message: answer }
  const result = await desk.answer(person, String(data['duty']), answer, activityId)
  if (!result.ok && (result.reason === 'day-is-past' || result.reason === 'day-is-not-later')) {
    return { kind: 'error', status: 400, code: 'BadInput', message: DAY[result.reason] }
  }
  return asCard(await dutyCard(desk, person, { duty: data['duty'] }))
}

/** A step of a close-the-loop form: the card of the next step stands in its place. */
async function answerForm(
  desk: Desk,
  person: PersonId,
  { data, activityId }: CardAction,
): Promise<CardAnswer> {
  const answer = toFormAnswer(data)
  if (typeof answer === 'string') return { kind: 'error', status: 400, code: 'BadInput', message: answer }
  const result = await desk.answerForm(person, String(data['duty']), answer, activityId)
  const wrong = result.ok ? undefined : WRONG_DAYS[result.reason]
  if (wrong !== undefined) return { kind: 'error', status: 400, code: 'BadInput', message: wrong }
  return asCard(await dutyCard(desk, person, { duty: data['duty'], form: 'next' }))
}

/** One tap takes a time; a time that does not fit any more says so on the card. */
async function takeTime(desk: Desk, person: PersonId, { data, activityId }: CardAction): Promise<CardAnswer> {
  const from = parseMoment(String(data['form']))
  if (!from) return { kind: 'error', status: 400, code: 'BadInput', message: 'Choose a time.' }
  const result = await desk.takeTime(person, String(data['duty']), from, activityId)
  const wrong = result.ok ? undefined : WRONG_TIMES[result.reason]
  if (wrong !== undefined) return { kind: 'error', status: 400, code: 'BadInput', message: wrong }
  return asCard(await dutyCard(desk, person, { duty: data['duty'] }))
}

/** A promise, that it is done, that it happened, what came of it: by the way of the tab. */
async function answerEscalation(
  desk: Desk,
  person: PersonId,
  { data, activityId }: CardAction,
): Promise<CardAnswer> {
  const answer = toEscalationAnswer(data)
  if (typeof answer === 'string') return { kind: 'error', status: 400, code: 'BadInput', message: answer }
  const result = await desk.answerEscalation(person, String(data['duty']), answer, activityId)
  const wrong = result.ok ? undefined : WRONG_PROMISES[result.reason]
  if (wrong !== undefined) return { kind: 'error', status: 400, code: 'BadInput', message: wrong }
  return asCard(await dutyCard(desk, person, { duty: data['duty'] }))
}

const DAY = {
  'day-is-past': 'That day has passed. Choose a later one.',
  'day-is-not-later': 'Choose a day after the one that the action has now.',
}

/** The typed answer of a card, or the sentence that says what is missing. */
function toAnswer(data: Readonly<Record<string, unknown>>): Answer | string {
  const deed = data['deed']
  const said =
    deed === 'not-right' || deed === 'cannot-do' ? { ...data, deed: 'question', question: deed } : data
  const parsed = answerSchema.safeParse(said)
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'Something is missing.')
}

/** The duty as it stands now: to be answered, answered, or not this person's. */
async function dutyCard(
  desk: Desk,
  person: PersonId,
  data: Readonly<Record<string, unknown>>,
): Promise<CardJson> {
  const around = await desk.around()
  const found = await desk.duty(person, String(data['duty']))
  if (!found) return notForYouCard(around)
  if (found.state === 'answered') return receiptCard(found, around)
  const form = data['form']
  if (found.item.yours && isAboutEscalation(found.item.kind) && isEscalationForm(form))
    return escalationForm(found.item, form, around)
  if (form !== undefined && isLoopItem(found.item))
    return loopCard(found.item, stepOf(form, found.item.form), around)
  return found.item.yours && isForm(form) ? formCard(found.item, form, around) : askCard(found.item, around)
}

/** What answers a typed message. The text goes no further than its wish. */
async function typedAnswer(desk: Desk, person: PersonId, wish: Wish): Promise<Outgoing> {
  const around = await desk.around()
  switch (wish.kind) {
    case 'help':
      return { card: helpCard(around), summary: 'What you can ask here' }
    case 'concern':
      return { card: concernCard(around), summary: 'Raise a concern' }
    case 'unknown':
      return { card: notAWishCard(around), summary: 'That was not understood' }
    case 'waiting':
      return { card: await waitingCard(desk, person), summary: 'What is waiting for you' }
    case 'actions': {
      const items = (await desk.waiting(person)).filter(({ kind }) => isAboutAction(kind))
      const card = items.length === 0 ? nothingCard(around) : listCard(items, around)
      return { card, summary: 'Your actions' }
    }
    case 'reference': {
      const { reference } = wish
      const isIt = (item: LetterItem) => item.reference === reference || item.number === reference
      const items = (await desk.waiting(person)).filter(isIt)
      const card = items.length === 0 ? nothingAboutCard(reference, around) : listCard(items, around)
      return { card, summary: `What is waiting about ${reference}` }
    }
  }
}

async function waitingCard(desk: Desk, person: PersonId): Promise<CardJson> {
  const around = await desk.around()
  const items = await desk.waiting(person)
  return items.length === 0 ? nothingCard(around) : listCard(items, around)
}

function storables(data: CardAction['data']): CardAction['data'] {
  const each = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'string' ? storable(value) : value,
  ])
  return Object.fromEntries(each) as CardAction['data']
}

async function withPerson(
  desk: Desk,
  address: ConversationAddress,
  then: (person: PersonId) => Promise<void>,
): Promise<void> {
  const person = await desk.personOf({ tenantId: address.tenantId, aadId: address.userAadId })
  if (person) await then(person)
}

function asCard(card: CardJson): CardAnswer {
  return { kind: 'card', card }
}
