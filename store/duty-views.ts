import type { Action } from '#core/actions/action.ts'
import type { Deed } from '#core/actions/commands.ts'
import { DEEDS } from '#core/actions/deeds.ts'
import { receiptOf } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import { momentInWords } from '#core/calendar/words.ts'
import type { DutyView } from '#core/duties/views.ts'
import type { DutyId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Actor } from '#core/people/post.ts'
import type { LetterItem } from '#core/prompts/letter.ts'

import { textsOf } from './action-view.ts'
import { findAction } from './actions.ts'
import { closingOf, historyOf, openDuties } from './lists.ts'
import type { ClosedDuty } from './lists.ts'
import type { Names, Seen } from './views.ts'
import { dutyItem, helpLine, namesOf } from './views.ts'

/** A duty with its action as one person sees it, or undefined when it does not concern them. */
export async function findDutyFor({ trx, actor }: Seen, id: DutyId) {
  const row = await trx.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst()
  const action = row && (await findAction(trx, row.action_id))
  if (!row || !action || !may.seeAction(actor, action)) return undefined
  return { row, action }
}

/** The page on which a duty is answered. */
export async function viewDuty(seen: Seen, id: DutyId): Promise<DutyView | undefined> {
  const found = await findDutyFor(seen, id)
  if (!found) return undefined
  const { row, action } = found
  const names = await namesOf(seen, [row.owes_post, row.owed_post])
  const closing = await closingOf(seen.trx, id)
  const record = { ...row, number: action.number, what: action.what, action_due: action.due }
  return {
    item: dutyItem(record, names, seen.today),
    version: action.version,
    deeds: closing || !seen.actor.posts.has(row.owes_post) ? [] : deedsOf(seen.actor, action),
    said: await saidBefore(seen, action),
    answered: closing ? answeredSentence(closing, seen.actor, seen.today) : null,
    readBy: `Read by ${names(row.owed_post)}, the lead person, the manager and the partnership.`,
    help: await helpLine(seen.trx),
    until: action.state === 'more-time-asked' ? action.until : null,
  }
}

function deedsOf(actor: Actor, action: Action): Deed[] {
  return DEEDS.filter((deed) => may.answer(actor, action, deed))
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
  const deed = closing.deed as Deed | null
  return [
    answeredSentence(closing, actor, today),
    ...(deed ? receiptOf(deed, whoSaid(closing, actor)) : ['It is no longer asked.']),
  ]
}

/** A duty as a card shows it. */
export function letterItem(
  found: NonNullable<Awaited<ReturnType<typeof findDutyFor>>>,
  names: Names,
  actor: Actor,
): LetterItem {
  const { row, action } = found
  return {
    duty: row.id,
    kind: row.kind,
    number: action.number,
    reference: row.reference,
    what: action.what,
    due: row.due_day,
    actionDue: action.due,
    until: action.state === 'more-time-asked' ? action.until : null,
    again: action.state === 'open' ? (action.again?.because ?? null) : null,
    owes: names(row.owes_post),
    owed: names(row.owed_post),
    yours: actor.posts.has(row.owes_post),
  }
}

/** What waits for a person, as cards list it: the first page. */
export async function waitingItems(seen: Seen): Promise<readonly LetterItem[]> {
  const { rows } = await openDuties(seen.trx, seen.actor, 'owes', undefined, 50)
  const names = await namesOf(
    seen,
    rows.flatMap(({ owes_post, owed_post }) => [owes_post, owed_post]),
  )
  return rows.map((row) => ({
    duty: row.id,
    kind: row.kind,
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
