import type { Action } from '#core/actions/action.ts'
import type { Deed } from '#core/actions/commands.ts'
import { DEEDS } from '#core/actions/deeds.ts'
import { receiptOf } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import { momentInWords } from '#core/calendar/words.ts'
import { FORM_DEEDS } from '#core/close-the-loop/deeds.ts'
import { formReceiptOf } from '#core/close-the-loop/words.ts'
import type { DutyView } from '#core/duties/views.ts'
import { pathOf } from '#core/duties/words.ts'
import { ESCALATION_DEEDS } from '#core/escalation/deeds.ts'
import { escalationReceiptOf } from '#core/escalation/words.ts'
import type { ActionId, DutyId, PostId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Actor } from '#core/people/post.ts'
import { readersInWords } from '#core/prompts/letter-words.ts'
import type { LetterItem } from '#core/prompts/letter.ts'

import { textsOf } from './action-view.ts'
import { findAction } from './actions.ts'
import { closingOf, historyOf, openDuties } from './lists.ts'
import type { ClosedDuty } from './lists.ts'
import type { DutyTable } from './schema.ts'
import type { Names, Seen } from './seen.ts'
import { dutyItem, helpLine, namesOf } from './views.ts'

/** A duty that one person may see, with its action when it is about one. */
export type FoundDuty = { readonly row: DutyTable; readonly action: Action | null }

/** A duty as one person sees it, or undefined when it does not concern them. */
export async function findDutyFor({ trx, actor }: Seen, id: DutyId): Promise<FoundDuty | undefined> {
  const row = await trx.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  if (row.subject_kind !== 'action')
    return may.seeDuty(actor, postsOf(row)) ? { row, action: null } : undefined
  const action = await findAction(trx, row.subject_id as ActionId)
  return action && may.seeAction(actor, action) ? { row, action } : undefined
}

/** Whoever owes it, is owed it or hears of its lateness. */
function postsOf({ owes_post, owed_post, lead_post, manager_post }: DutyTable): readonly PostId[] {
  return [owes_post, owed_post, lead_post, manager_post].filter((post) => post !== null)
}

/** The page on which a duty is answered; a duty that is about no action says where that is. */
export async function viewDuty(seen: Seen, id: DutyId): Promise<DutyView | undefined> {
  const found = await findDutyFor(seen, id)
  if (!found) return undefined
  const { row, action } = found
  const names = await namesOf(seen, [row.owes_post, row.owed_post])
  const closing = await closingOf(seen.trx, id)
  const mine = !closing && seen.actor.posts.has(row.owes_post)
  return {
    item: dutyItem({ ...row, action_due: action?.due ?? row.due_day }, names, seen.today),
    version: action?.version ?? 0,
    deeds: mine && action ? deedsOf(seen.actor, action, row.kind) : [],
    said: action ? await saidBefore(seen, action) : [],
    answered: closing ? answeredSentence(closing, seen.actor, seen.today) : null,
    readBy: readersInWords(row.kind, names(row.owed_post)),
    help: await helpLine(seen.trx),
    until: action?.state === 'more-time-asked' ? action.until : null,
  }
}

/** How it stands is said where it is asked; something that is wrong with it, where the action is. */
function deedsOf(actor: Actor, action: Action, kind: DutyTable['kind']): Deed[] {
  const elsewhere: Deed = kind === 'update-action' ? 'question' : 'update'
  return DEEDS.filter((deed) => deed !== elsewhere && may.answer(actor, action, deed)).toSorted(
    (a, b) => Number(b === 'update') - Number(a === 'update'),
  )
}

/** What the other side wrote last: what the question is about. */
async function saidBefore({ trx, today }: Seen, action: Action): Promise<DutyView['said']> {
  const [last] = (await historyOf(trx, action.id)).filter(({ texts }) => texts !== null)
  return last ? textsOf(last.texts, today) : []
}

/** "You answered this on 18 June at 10:04. Nothing more to do." */
export function answeredSentence({ at, by, byId }: ClosedDuty, actor: Actor, today: Day): string {
  const when = momentInWords(at, today)
  return `${whoSaid({ by, byId }, actor)} answered this on ${when}. Nothing more to do.`
}

function whoSaid({ by, byId }: Pick<ClosedDuty, 'by' | 'byId'>, actor: Actor): string {
  return byId === actor.person ? 'You' : (by ?? 'The partnership')
}

/** The sentences of a receipt: what was said, when, what happens next. */
export function receiptSentences(closing: ClosedDuty, actor: Actor, today: Day): readonly string[] {
  return [
    answeredSentence(closing, actor, today),
    ...(closing.deed ? nextSentences(closing.deed, whoSaid(closing, actor)) : ['It is no longer asked.']),
  ]
}

function nextSentences(closed: string, who: string): readonly string[] {
  const deed = DEEDS.find((each) => each === closed)
  if (deed) return receiptOf(deed, who)
  const ofForm = FORM_DEEDS.find((each) => each === closed)
  if (ofForm) return formReceiptOf(ofForm, who)
  const ofEscalation = ESCALATION_DEEDS.find((each) => each === closed)
  return ofEscalation ? escalationReceiptOf(ofEscalation, who) : []
}

/** A duty as a card shows it. */
export function letterItem({ row, action }: FoundDuty, names: Names, actor: Actor): LetterItem {
  return {
    duty: row.id,
    kind: row.kind,
    path: pathOf(row.kind, row.id, row.subject_id),
    number: row.number,
    reference: row.reference,
    what: row.what,
    due: row.due_day,
    actionDue: action?.due ?? row.due_day,
    until: action?.state === 'more-time-asked' ? action.until : null,
    again: action?.state === 'open' ? (action.again?.because ?? null) : null,
    owes: names(row.owes_post),
    owed: names(row.owed_post),
    yours: actor.posts.has(row.owes_post),
  }
}

/** What waits for a person, as cards list it: the first page. */
export async function waitingItems(seen: Seen): Promise<readonly LetterItem[]> {
  const { rows } = await openDuties(seen.trx, seen.actor, 'owes', undefined, 50, seen.today)
  const names = await namesOf(
    seen,
    rows.flatMap(({ owes_post, owed_post }) => [owes_post, owed_post]),
  )
  return rows.map((row) => ({
    duty: row.id,
    kind: row.kind,
    path: pathOf(row.kind, row.id, row.subject_id),
    number: row.number,
    reference: row.reference,
    what: row.what,
    due: row.due_day,
    actionDue: row.action_due,
    until: null,
    again: null,
    owes: names(row.owes_post),
    owed: names(row.owed_post),
    yours: true,
  }))
}
