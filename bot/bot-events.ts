import { isAboutAction } from '#core/duties/words.ts'
import type { PersonId } from '#core/ids.ts'
import type { LetterItem } from '#core/prompts/letter.ts'
import { storable } from '#core/storable.ts'

import { leadsOn, sayAnswer } from './answers.ts'
import { askCard, formCard, isForm } from './cards/ask-card.ts'
import { escalationForm, isAboutEscalation, isEscalationForm } from './cards/escalation-card.ts'
import { concernCard, helpCard, notAWishCard, nothingAboutCard } from './cards/help-card.ts'
import { listCard, nothingCard } from './cards/list-card.ts'
import { isLoopItem, loopCard, stepOf } from './cards/loop-card.ts'
import type { Verb } from './cards/parts.ts'
import { notForYouCard, receiptCard } from './cards/receipt-card.ts'
import type { Desk } from './desk.ts'
import { raisePress } from './raise.ts'
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
    installed: (address, activity) =>
      withPerson(desk, address, activity, (person) => desk.installed(person, address)),
    uninstalled: (address, activity) =>
      withPerson(desk, address, activity, (person) => desk.uninstalled(person)),
    async message(address, { user, text, activityId }) {
      const person = await desk.personOf(user)
      if (!person)
        return { card: notForYouCard(await desk.around()), summary: 'This bot does not know you yet' }
      if (await desk.wasHandled(person, activityId)) return undefined
      await desk.installed(person, address)
      const answer = await typedAnswer(desk, person, wishIn(text))
      // Two processes that get the same message at once both look; one of them replies.
      return (await desk.isFirst(person, activityId)) ? answer : undefined
    },
    cardAction: (action) => answerPress(desk, { ...action, data: storables(action.data) }),
  }
}

async function answerPress(desk: Desk, action: CardAction): Promise<CardAnswer> {
  const person = await desk.personOf(action.user)
  if (!person) return asCard(await notForYou(desk, null, action))
  const number = action.data['number']
  if (typeof number === 'number' && Number.isSafeInteger(number)) await desk.arrived(person, number)
  if (isVerb(action.verb)) return VERBS[action.verb](desk, person, action)
  return {
    kind: 'error',
    status: 400,
    code: 'UnknownVerb',
    message: 'This card is too old. Say "list" for a new one.',
  }
}

/** Every verb of our cards, with what answers it. */
const VERBS: Readonly<
  Record<Verb, (desk: Desk, person: PersonId, action: CardAction) => Promise<CardAnswer>>
> = {
  look: async (desk, person, action) => asCard(await dutyCard(desk, person, action)),
  list: async (desk, person) => asCard(await waitingCard(desk, person)),
  help: async (desk) => asCard(helpCard(await desk.around())),
  answer: answerDuty,
  raise: raisePress,
}

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(VERBS, verb)
}

/** The answer goes by the way of the tab; the card that stands in its place shows what is so now. */
async function answerDuty(desk: Desk, person: PersonId, action: CardAction): Promise<CardAnswer> {
  const { data } = action
  const wrong = await sayAnswer(desk, person, action)
  if (wrong !== undefined) return { kind: 'error', status: 400, code: 'BadInput', message: wrong }
  const next = { duty: data['duty'], ...(leadsOn(data) && { form: 'next' }) }
  return asCard(await dutyCard(desk, person, { ...action, data: next }))
}

/** The duty as it stands now: to be answered, answered, or not this person's. */
async function dutyCard(desk: Desk, person: PersonId, press: CardAction): Promise<CardJson> {
  const { data } = press
  const around = await desk.around()
  const found = await desk.duty(person, String(data['duty']))
  if (!found) return notForYou(desk, person, press)
  if (found.state === 'answered') return receiptCard(found, around)
  const form = data['form']
  if (found.item.yours && isAboutEscalation(found.item.kind) && isEscalationForm(form))
    return escalationForm(found.item, form, around)
  if (form !== undefined && isLoopItem(found.item))
    return loopCard(found.item, stepOf(form, found.item.form), around)
  return found.item.yours && isForm(form) ? formCard(found.item, form, around) : askCard(found.item, around)
}

/** The same for a duty that is not there and for one that is somebody else's; whoever pressed is written down. */
async function notForYou(
  desk: Desk,
  person: PersonId | null,
  { verb, trigger, data, activityId }: CardAction,
): Promise<CardJson> {
  // Teams opens old cards anew by itself: that is nobody's press.
  if (verb !== 'look' || trigger === 'manual') await desk.notTheirs(person, String(data['duty']), activityId)
  return notForYouCard(await desk.around())
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

/** An old "removed" that is sent again must not undo what came after it: each activity has its effect once. */
async function withPerson(
  desk: Desk,
  address: ConversationAddress,
  activity: string | undefined,
  then: (person: PersonId) => Promise<void>,
): Promise<void> {
  const person = await desk.personOf({ tenantId: address.tenantId, aadId: address.userAadId })
  if (!person) return
  if (activity !== undefined && (await desk.wasHandled(person, activity))) return
  await then(person)
  if (activity !== undefined) await desk.isFirst(person, activity)
}

function asCard(card: CardJson): CardAnswer {
  return { kind: 'card', card }
}
