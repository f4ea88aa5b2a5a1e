import { sql } from 'kysely'

import type { DeedDone, Happened } from '#core/happened.ts'
import { subjectOf } from '#core/people/concerned.ts'
import type { Change, Subject } from '#core/subject.ts'
import type { Write } from '#core/writes.ts'

import { owedNow, referenceOf, saveChange } from './aggregates.ts'
import type { Author, Topic, Writer } from './author.ts'
import type { Trx } from './database.ts'
import { saveDuties } from './duties.ts'
import { keepText } from './free-text.ts'
import { promptRules } from './prompt-policy.ts'
import { saveWrite } from './writes.ts'

/**
 * The only writer. Aggregates, their duties, their history, the audit entries and the live topics go into one
 * transaction; nothing is sent from inside it. Gives back the aggregates as saved.
 */
export async function commit(
  trx: Trx,
  writer: Writer,
  changes: readonly Change[],
  happened: readonly Happened[],
  writes: readonly Write[] = [],
): Promise<readonly Change[]> {
  for (const write of writes) await saveWrite(trx, writer, write)
  const saved: Change[] = []
  const rules = await promptRules(trx, writer.calendar)
  for (const change of changes) {
    const after = await saveChange(trx, change)
    const subject = subjectOf(after)
    const owed = await owedNow(trx, after, writer.calendar)
    await saveDuties(trx, subject, owed, rules, {
      at: writer.now,
      by: writer.person,
      deed: deedOn(subject, happened),
    })
    saved.push(after)
  }
  await record(trx, writer, [...holdingsIn(writes), ...happened], saved)
  return saved
}

/** Whoever changes a holding, and by which use case: it is in the audit trail. */
function holdingsIn(writes: readonly Write[]): readonly Happened[] {
  return writes.flatMap((write): Happened[] =>
    write.kind === 'holding' ? [{ kind: 'holding-changed', post: write.post, person: write.person }] : [],
  )
}

/** What follows from what happened: history, audit entries, live topics. All of them are written here. */
export async function record(
  trx: Trx,
  author: Author,
  happened: readonly Happened[],
  saved: readonly Change[] = [],
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
  'action-noted': ['actions', 'duties'],
  done: ['rounds', 'duties'],
  chased: ['rounds'],
  'case-material-seen': [],
  'paper-made': [],
  'child-details-seen': [],
  'access-withdrawn': ['rounds', 'duties', 'actions'],
  'incident-ended': ['rounds'],
  'holding-changed': ['rounds', 'duties', 'actions'],
  'talked-through': ['rounds'],
  'post-made': ['rounds'],
  'partnership-set': ['rounds'],
  'agency-set': ['rounds'],
  'bank-holiday-set': ['rounds', 'duties', 'actions'],
  'school-holiday-set': ['rounds'],
  'prompt-policy-changed': [],
  'settings-changed': [],
  'escalations-set': ['rounds'],
  'card-not-theirs': [],
  'press-too-late': [],
  'let-in': ['rounds'],
  'bot-installed': [],
  'bot-uninstalled': [],
  'message-due': [],
  'message-settled': ['messages', 'actions'],
  'sending-released': ['messages'],
  'clock-moved': ['clock', 'actions', 'duties'],
}

/** What closed a duty of this subject, if anything that a person did. */
function deedOn({ id }: Subject, happened: readonly Happened[]): string | null {
  const event = happened.find((each) =>
    each.kind === 'action-answered' || each.kind === 'action-noted'
      ? each.action === id
      : each.kind === 'done' && each.on.id === id,
  )
  return event && 'deed' in event ? event.deed : null
}

/** The action's own history: who did what, with the words that they typed. */
async function writeHistory(trx: Trx, writer: Author, event: Happened): Promise<void> {
  if (event.kind === 'done') return writeDeed(trx, writer, event)
  if (
    event.kind !== 'action-recorded' &&
    event.kind !== 'action-answered' &&
    event.kind !== 'action-noted' &&
    event.kind !== 'action-chased'
  )
    return
  const { last } = await trx
    .selectFrom('action_event')
    .select((e) => e.fn.max('seq').as('last'))
    .where('action_id', '=', event.action)
    .executeTakeFirstOrThrow()
  const seq = (last ?? 0) + 1
  const answer = event.kind === 'action-answered' ? event : undefined
  const said = event.kind === 'action-noted' ? event : answer
  await trx
    .insertInto('action_event')
    .values({
      action_id: event.action,
      seq,
      at: writer.now,
      what: said?.deed ?? event.kind,
      person_id: writer.person,
      post_id: said?.post ?? null,
      duty_id: answer?.duty ?? null,
    })
    .execute()
  const texts = Object.entries(said?.texts ?? {}).map(([field, text]) => ({
    action_id: event.action,
    seq,
    field,
    text: keepText(text),
  }))
  if (texts.length > 0) await trx.insertInto('action_event_text').values(texts).execute()
}

/** The history of everything else: who did what, as which post. */
async function writeDeed(trx: Trx, writer: Author, { on, deed, post }: DeedDone): Promise<void> {
  const { last } = await trx
    .selectFrom('deed_event')
    .select((e) => e.fn.max('seq').as('last'))
    .where('subject_id', '=', on.id)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('deed_event')
    .values({
      subject_id: on.id,
      subject_kind: on.kind,
      seq: (last ?? 0) + 1,
      at: writer.now,
      deed,
      person_id: writer.person,
      post_id: post,
    })
    .execute()
}

/** One entry for each thing that happened: ids, a reference and a word, never a text that somebody typed. */
async function audit(
  trx: Trx,
  writer: Author,
  happened: readonly Happened[],
  saved: readonly Change[],
): Promise<void> {
  if (happened.length === 0) return
  const entries = happened.map((event) => {
    const { subject, what, reference } = entryOf(event)
    const change = saved.find((each) => subjectOf(each).id === subject)
    return {
      story_at: writer.now,
      actor: writer.person,
      channel: writer.channel,
      what,
      subject,
      reference: change ? referenceOf(change) : (reference ?? null),
      request: writer.request,
    }
  })
  await trx.insertInto('audit_entry').values(entries).execute()
}

type Entry = { readonly subject: string; readonly what: string; readonly reference?: string }

function entryOf(event: Happened): Entry {
  switch (event.kind) {
    case 'action-recorded':
    case 'action-chased':
      return { subject: event.action, what: event.kind }
    case 'action-answered':
    case 'action-noted':
      return { subject: event.action, what: event.deed }
    case 'done':
      return { subject: event.on.id, what: event.deed }
    case 'chased':
      return { subject: event.on.id, what: event.kind }
    case 'child-details-seen':
      return { subject: event.case, what: event.kind }
    case 'case-material-seen':
      return { subject: event.case, what: `${event.what}-seen` }
    case 'paper-made':
      return { subject: event.on.id, what: `${event.what}-made` }
    case 'access-withdrawn':
    case 'incident-ended':
      return { subject: event.incident, what: event.kind }
    case 'holding-changed':
      return { subject: `${event.post} ${event.person ?? 'nobody'}`, what: event.kind }
    case 'post-made':
      return { subject: event.post, what: event.kind }
    case 'partnership-set':
      return { subject: 'partnership', what: `partnership-${event.what}` }
    case 'agency-set':
      return { subject: event.agency, what: event.is ? 'agency-added' : 'agency-removed' }
    case 'talked-through':
      return { subject: event.talk, what: event.kind }
    case 'bank-holiday-set':
      return { subject: event.day, what: event.is ? 'bank-holiday-added' : 'bank-holiday-removed' }
    case 'school-holiday-set':
      return {
        subject: `${event.first} ${event.last}`,
        what: event.is ? 'school-holiday-added' : 'school-holiday-removed',
      }
    case 'card-not-theirs':
      return { subject: event.duty ?? 'no duty', what: event.kind }
    case 'escalations-set':
      return { subject: event.what, what: `${event.kind} v${event.version}` }
    case 'prompt-policy-changed':
      return { subject: `prompt-policy ${event.version}`, what: event.kind }
    case 'press-too-late':
      return { subject: event.duty, what: event.kind }
    case 'settings-changed':
    case 'bot-installed':
    case 'bot-uninstalled':
      return { subject: event.person, what: event.kind }
    case 'let-in':
      return {
        subject: event.person,
        what: event.what,
        ...(event.account && { reference: `${event.account.tenantId}/${event.account.aadId}` }),
      }
    case 'message-due':
      return { subject: event.message, what: event.kind }
    case 'message-settled':
      return { subject: event.message, what: `message-${event.as}` }
    case 'sending-released':
      return { subject: 'outbox', what: event.kind }
    case 'clock-moved':
      return { subject: 'story-clock', what: event.kind }
  }
}
