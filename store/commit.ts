import { sql } from 'kysely'

import type { Action } from '#core/actions/action.ts'
import { dutiesOf } from '#core/actions/duties-of.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import type { Channel, Happened } from '#core/happened.ts'
import type { ActionId, PersonId } from '#core/ids.ts'

import { saveAction } from './actions.ts'
import type { Trx } from './database.ts'
import { saveDuties } from './duties.ts'
import { keepText } from './free-text.ts'

/** Who did it, by which door, at which time of the process. */
export type Author = {
  readonly person: PersonId | null
  readonly channel: Channel
  readonly request: string | null
  readonly now: Moment
}

export type Writer = Author & { readonly calendar: Calendar }

/** The product itself: what no person did. */
export function itself(now: Moment): Author {
  return { person: null, channel: 'system', request: null, now }
}

/** What live screens ask for again: names of lists and versions, never content. */
export type Topic = 'actions' | 'duties' | 'messages' | 'clock'

/**
 * The only writer. Aggregates, their duties, their history, the audit entries and the live topics go into one
 * transaction; nothing is sent from inside it. Gives back the aggregates as saved.
 */
export async function commit(
  trx: Trx,
  writer: Writer,
  changes: readonly Action[],
  happened: readonly Happened[],
): Promise<readonly Action[]> {
  const saved: Action[] = []
  for (const action of changes) {
    const after = await saveAction(trx, action)
    const deed = deedOn(action.id, happened)
    await saveDuties(trx, action.id, dutiesOf(after, writer.calendar), writer.calendar, {
      at: writer.now,
      by: writer.person,
      deed,
    })
    saved.push(after)
  }
  await record(trx, writer, happened, saved)
  return saved
}

/** What follows from what happened: history, audit entries, live topics. All of them are written here. */
export async function record(
  trx: Trx,
  author: Author,
  happened: readonly Happened[],
  saved: readonly Action[] = [],
): Promise<void> {
  for (const event of happened) await writeHistory(trx, author, event)
  await audit(trx, author, happened, saved)
  await tell(trx, new Set(happened.flatMap((event) => TOPICS[event.kind])))
}

/** Carried to the open screens of every process when the transaction commits. */
export async function tell(trx: Trx, topics: ReadonlySet<Topic>): Promise<void> {
  if (topics.size === 0) return
  await sql`select pg_notify('live', ${JSON.stringify([...topics])})`.execute(trx)
}

const TOPICS: Readonly<Record<Happened['kind'], readonly Topic[]>> = {
  'action-recorded': ['actions', 'duties'],
  'action-answered': ['actions', 'duties'],
  'action-chased': ['actions'],
  'child-details-seen': [],
  'bot-installed': [],
  'bot-uninstalled': [],
  'message-due': [],
  'message-settled': ['messages', 'actions'],
  'clock-moved': ['clock', 'actions', 'duties'],
}

function deedOn(action: ActionId, happened: readonly Happened[]): string | null {
  const answer = happened.find((event) => event.kind === 'action-answered' && event.action === action)
  return answer?.kind === 'action-answered' ? answer.deed : null
}

/** The action's own history: who did what, with the words that they typed. */
async function writeHistory(trx: Trx, writer: Author, event: Happened): Promise<void> {
  if (event.kind !== 'action-recorded' && event.kind !== 'action-answered' && event.kind !== 'action-chased')
    return
  const { last } = await trx
    .selectFrom('action_event')
    .select((e) => e.fn.max('seq').as('last'))
    .where('action_id', '=', event.action)
    .executeTakeFirstOrThrow()
  const seq = (last ?? 0) + 1
  const answer = event.kind === 'action-answered' ? event : undefined
  await trx
    .insertInto('action_event')
    .values({
      action_id: event.action,
      seq,
      at: writer.now,
      what: answer?.deed ?? event.kind,
      person_id: writer.person,
      post_id: answer?.post ?? null,
      duty_id: answer?.duty ?? null,
    })
    .execute()
  const texts = Object.entries(answer?.texts ?? {}).map(([field, text]) => ({
    action_id: event.action,
    seq,
    field,
    text: keepText(text),
  }))
  if (texts.length > 0) await trx.insertInto('action_event_text').values(texts).execute()
}

/** One entry for each thing that happened: ids, a reference and a word, never a text that somebody typed. */
async function audit(
  trx: Trx,
  writer: Author,
  happened: readonly Happened[],
  saved: readonly Action[],
): Promise<void> {
  if (happened.length === 0) return
  const entries = happened.map((event) => {
    const { subject, what } = entryOf(event)
    const action = saved.find(({ id }) => 'action' in event && event.action === id)
    return {
      story_at: writer.now,
      actor: writer.person,
      channel: writer.channel,
      what,
      subject,
      reference: action ? `${action.reference} ${action.number} v${action.version}` : null,
      request: writer.request,
    }
  })
  await trx.insertInto('audit_entry').values(entries).execute()
}

function entryOf(event: Happened): { readonly subject: string; readonly what: string } {
  switch (event.kind) {
    case 'action-recorded':
    case 'action-chased':
      return { subject: event.action, what: event.kind }
    case 'action-answered':
      return { subject: event.action, what: event.deed }
    case 'child-details-seen':
      return { subject: event.case, what: event.kind }
    case 'bot-installed':
    case 'bot-uninstalled':
      return { subject: event.person, what: event.kind }
    case 'message-due':
      return { subject: event.message, what: event.kind }
    case 'message-settled':
      return { subject: event.message, what: `message-${event.as}` }
    case 'clock-moved':
      return { subject: 'story-clock', what: event.kind }
  }
}
