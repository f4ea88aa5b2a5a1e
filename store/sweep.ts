import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { MessageId, PersonId, PostId } from '#core/ids.ts'
import { fire, nextPromptAt, progressAfter } from '#core/prompts/next-step.ts'
import { defaultPolicy } from '#core/prompts/policy.ts'
import type { Recipient } from '#core/prompts/policy.ts'

import { storyNow } from './clock.ts'
import { itself, record } from './commit.ts'
import type { Trx } from './database.ts'
import { progressOf } from './duties.ts'
import type { Running } from './run.ts'
import type { DutyPromptTable, DutyTable } from './schema.ts'

/** What one sweep wrote down to be sent. */
export type Swept = { readonly duties: number; readonly messages: number }

const BATCH = 5000

/** What a decision about prompts needs; a sweep may read thousands of rows. */
const NEEDED = [
  'id',
  'kind',
  'owes_post',
  'lead_post',
  'manager_post',
  'business_post',
  'due_day',
  'opened_at',
  'chases',
  'chases_sent',
  'last_step',
  'last_step_at',
  'rests_until',
] as const satisfies readonly (keyof DutyTable | keyof DutyPromptTable)[]

type DueDuty = Pick<DutyTable & DutyPromptTable, (typeof NEEDED)[number]>

/**
 * Claims the duties whose next prompt has come and writes what is to be sent: one message a person, whatever
 * is due to them, with a prompt for each duty (decisions.md 13). A sweep that meets another does nothing.
 */
export async function sweep({ database, calendar, realNow }: Running): Promise<Swept> {
  return database.transact({ as: 'worker' }, async (trx) => {
    if (!(await isOurTurn(trx))) return { duties: 0, messages: 0 }
    const now = await storyNow(trx, realNow)
    const duties = await trx
      .selectFrom('duty_prompt')
      .innerJoin('duty', 'duty.id', 'duty_id')
      .select(NEEDED)
      .where('closed_at', 'is', null)
      .where('next_prompt_at', '<=', now)
      .where('duty.reference', 'not in', (e) => e.selectFrom('paused_reference').select('reference'))
      .orderBy('next_prompt_at')
      .limit(BATCH)
      .execute()
    if (duties.length === 0) return { duties: 0, messages: 0 }
    const rules = { policy: defaultPolicy, calendar }
    const people = await peopleOf(trx, duties, dayOf(now))
    const outbox = new Outbox(now)
    const moved = duties.map((row) => {
      const duty = {
        kind: row.kind,
        due: row.due_day,
        openedAt: row.opened_at,
        chases: row.chases,
        restsUntil: row.rests_until,
      }
      const firings = fire(duty, progressOf(row), rules, now)
      for (const { step, to, skipped } of firings) {
        for (const addressee of addressees(row, to, people)) outbox.add(row, step, skipped, addressee)
      }
      const progress = progressAfter(duty, progressOf(row), firings, now)
      return { id: row.id, progress, next: nextPromptAt(duty, progress, rules) }
    })
    await outbox.write(trx)
    await sql`update duty_prompt p set last_step = r.step, last_step_at = r.at, chases_sent = r.chases,
        next_prompt_at = case when p.chases = r.chases then r.next else ${now}::timestamptz end
      from unnest(${moved.map(({ id }) => id)}::text[], ${moved.map(({ progress }) => progress.last?.step ?? null)}::text[],
        ${moved.map(({ progress }) => progress.last?.at ?? null)}::timestamptz[],
        ${moved.map(({ progress }) => progress.chasesSent)}::int[],
        ${moved.map(({ next }) => next)}::timestamptz[]) as r(id, step, at, chases, next)
      where p.duty_id = r.id and p.next_prompt_at <= ${now}::timestamptz`.execute(trx)
    return { duties: duties.length, messages: outbox.size }
  })
}

/**
 * One sweep at a time in a cell. Nothing else is locked: a duty that somebody answers meanwhile keeps what they
 * wrote, one that somebody chases is due again at once, and each prompt is looked at again before it is sent.
 */
async function isOurTurn(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(724003) as ours`.execute(trx)
  return rows[0]?.ours ?? false
}

type Holder = { post: PostId; as: 'holder' | 'deputy'; person: PersonId; road: 'teams' | 'mail' | 'both' }
type Addressee = { post: PostId; as: 'holder' | 'deputy'; holder: Holder | undefined }

async function peopleOf(
  trx: Trx,
  duties: readonly DueDuty[],
  today: Day,
): Promise<ReadonlyMap<PostId, readonly Holder[]>> {
  const posts = new Set(
    duties.flatMap((d) => [
      d.owes_post,
      d.lead_post,
      d.business_post,
      ...(d.manager_post ? [d.manager_post] : []),
    ]),
  )
  const rows = await trx
    .selectFrom('post_holding')
    .innerJoin('person', 'person.id', 'post_holding.person_id')
    .select(['post_id as post', 'held_as as as', 'person.id as person', 'road'])
    .where('post_id', 'in', [...posts])
    .where('from_day', '<=', today)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .execute()
  return Map.groupBy(rows, ({ post }) => post)
}

/** The posts that a step is for, each once, with whoever holds them today. */
function addressees(
  duty: DueDuty,
  to: readonly Recipient[],
  people: ReadonlyMap<PostId, readonly Holder[]>,
): readonly Addressee[] {
  const found = to.flatMap((recipient): Addressee[] => {
    const as = recipient === 'deputy' ? 'deputy' : 'holder'
    const post = postOf(duty, recipient)
    const holders = (people.get(post) ?? []).filter((holder) => holder.as === as)
    if (holders.length === 0) return as === 'deputy' ? [] : [{ post, as, holder: undefined }]
    return holders.map((holder) => ({ post, as, holder }))
  })
  return found.filter(
    ({ post, as }, at) => found.findIndex((other) => other.post === post && other.as === as) === at,
  )
}

/** An owner who is a lead person has no manager here: the climb goes on to the lead person's own post. */
function postOf(duty: DueDuty, recipient: Recipient): PostId {
  switch (recipient) {
    case 'owes':
    case 'deputy':
      return duty.owes_post
    case 'lead-person':
      return duty.lead_post
    case 'manager':
      return duty.manager_post ?? duty.lead_post
    case 'business-manager':
      return duty.business_post
  }
}

/** The messages of one sweep while they are put together: one a person, two for who wants both roads. */
class Outbox {
  readonly #messages = new Map<PersonId, { id: MessageId; person_id: PersonId; road: 'teams' | 'mail' }>()
  readonly #twins: { id: MessageId; person_id: PersonId; twin_of: MessageId }[] = []
  readonly #prompts: Prompt[] = []
  readonly #now: Moment

  constructor(now: Moment) {
    this.#now = now
  }

  get size(): number {
    return this.#messages.size + this.#twins.length
  }

  /** A post that nobody holds keeps its prompt without a message: the partnership sees it as not reachable. */
  add(duty: DueDuty, step: string, standsFor: readonly string[], { post, as, holder }: Addressee): void {
    this.#prompts.push({ duty, step, standsFor, post, as, message: holder ? this.#messageFor(holder) : null })
  }

  async write(trx: Trx): Promise<void> {
    const messages = JSON.stringify([...this.#messages.values()])
    const twins = JSON.stringify(this.#twins)
    await sql`with first as (
      insert into message (id, person_id, road, state, story_at)
        select id, person_id, road, 'intent', ${this.#now}::timestamptz
        from jsonb_to_recordset(${messages}::jsonb) as r(id text, person_id text, road text)
        returning id, number),
      twin as (
      insert into message (id, number, person_id, road, twin_of, state, story_at)
        select r.id, first.number, r.person_id, 'mail', r.twin_of, 'intent', ${this.#now}::timestamptz
        from jsonb_to_recordset(${twins}::jsonb) as r(id text, person_id text, twin_of text)
        join first on first.id = r.twin_of
        returning id)
      select id from first`.execute(trx)
    const ids = [...this.#messages.values(), ...this.#twins].map(({ id }) => id)
    const due = ids.map((message) => ({ kind: 'message-due', message }) as const)
    await record(trx, itself(this.#now), due)
    const of = <T>(column: (prompt: Prompt) => T): readonly T[] => this.#prompts.map(column)
    await sql`insert into prompt (duty_id, step, due_day, post_id, held_as, stands_for, fired_at, message_id)
      select duty, step, due, post, held, string_to_array(stands_for, ' '), ${this.#now}::timestamptz, message
      from unnest(${of(({ duty }) => duty.id)}::text[], ${of(({ step }) => step)}::text[],
        ${of(({ duty }) => duty.due_day)}::date[], ${of(({ post }) => post)}::text[], ${of(({ as }) => as)}::text[],
        ${of(({ standsFor }) => standsFor.join(' '))}::text[], ${of(({ message }) => message)}::text[])
        as r(duty, step, due, post, held, stands_for, message)
      on conflict do nothing`.execute(trx)
  }

  #messageFor({ person, road }: Holder): MessageId {
    const known = this.#messages.get(person)
    if (known) return known.id
    const id = newId()
    this.#messages.set(person, {
      id,
      person_id: person,
      road: road === 'mail' ? 'mail' : 'teams',
    })
    if (road === 'both') this.#twins.push({ id: newId(), person_id: person, twin_of: id })
    return id
  }
}

type Prompt = {
  readonly duty: DueDuty
  readonly step: string
  readonly standsFor: readonly string[]
  readonly post: PostId
  readonly as: 'holder' | 'deputy'
  readonly message: MessageId | null
}

function newId(): MessageId {
  return randomUUID() as string as MessageId
}
