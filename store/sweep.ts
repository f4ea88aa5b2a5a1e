import { sql } from 'kysely'

import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { MessageId, PersonId, PostId } from '#core/ids.ts'
import { fire, isAtAnyHour, nextPromptAt, progressAfter } from '#core/prompts/next-step.ts'
import type { Firing } from '#core/prompts/next-step.ts'
import { rulesOf } from '#core/prompts/prompt-policy.ts'
import { isWorkingMoment } from '#core/prompts/working-time.ts'

import { addressees, peopleOf, POSTS } from './addressees.ts'
import type { Addressee, Holder } from './addressees.ts'
import { itself } from './author.ts'
import { storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Trx } from './database.ts'
import { owedOf, progressOf, PROMPTED } from './duties.ts'
import { newMessageId } from './new-message.ts'
import { isNotPaused } from './paused.ts'
import { findPromptPolicy, planAgain } from './prompt-policy.ts'
import type { Running } from './running.ts'
import type { DutyPromptTable, DutyTable } from './schema.ts'
import { isOurTurn } from './turn.ts'

/** What one sweep wrote down to be sent. */
export type Swept = { readonly duties: number; readonly messages: number }

const BATCH = 5000

/** What is written about a prompt, too: to whom it goes. */
const NEEDED = [...PROMPTED, ...POSTS] as const satisfies readonly (keyof DutyTable | keyof DutyPromptTable)[]

type DueDuty = Pick<DutyTable & DutyPromptTable, (typeof NEEDED)[number]>

/** The kinds of duty of which something is told at any hour; the sweep of a night looks at no others. */
const AT_ANY_HOUR = (Object.keys(DUTY_SUBJECTS) as DutyKind[]).filter((kind) => isAtAnyHour(kind, 'told'))

/**
 * Claims the duties whose next prompt has come and writes what is to be sent: one message a person, whatever
 * is due to them, with a prompt for each duty (decisions.md 13). A sweep that meets another does nothing; outside
 * working hours it leaves all but what is told at any hour.
 */
export async function sweep({ database, calendar, realNow }: Running): Promise<Swept> {
  return database.transact({ as: 'worker' }, async (trx) => {
    if (!(await isOurTurn(trx))) return { duties: 0, messages: 0 }
    const now = await storyNow(trx, realNow)
    const kept = await findPromptPolicy(trx)
    await planAgain(trx, kept, calendar)
    const rules = rulesOf(kept.policy, calendar)
    const isWorking = isWorkingMoment(now, kept.policy, calendar)
    const duties = await trx
      .selectFrom('duty_prompt')
      .innerJoin('duty', 'duty.id', 'duty_id')
      .select(NEEDED)
      .where('closed_at', 'is', null)
      .where('next_prompt_at', '<=', now)
      .where(isNotPaused('duty'))
      .$if(!isWorking, (query) => query.where('last_step', 'is', null).where('kind', 'in', AT_ANY_HOUR))
      .orderBy('next_prompt_at')
      .limit(BATCH)
      .execute()
    if (duties.length === 0) return { duties: 0, messages: 0 }
    const people = await peopleOf(trx, duties, dayOf(now))
    const outbox = new Outbox(now)
    const moved = duties.map((row) => {
      const duty = owedOf(row)
      const firings = fire(duty, progressOf(row), rules, now)
      for (const firing of firings) {
        for (const to of addressees(row, firing, people, rules.policy)) outbox.add(row, firing, to)
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

/** The messages of one sweep while they are put together: one a person, two for who wants both roads. */
class Outbox {
  readonly #messages = new Map<PersonId, Message>()
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
  add(duty: DueDuty, { step, skipped }: Firing, { holder, ...to }: Addressee): void {
    const message = holder ? this.#messageFor(holder) : undefined
    if (message && isAtAnyHour(duty.kind, step)) message.at_any_hour = true
    this.#prompts.push({ duty, step, standsFor: skipped, ...to, message: message?.id ?? null })
  }

  async write(trx: Trx): Promise<void> {
    const messages = JSON.stringify([...this.#messages.values()])
    const twins = JSON.stringify(this.#twins)
    await sql`with first as (
      insert into message (id, person_id, road, state, story_at, at_any_hour)
        select id, person_id, road, 'intent', ${this.#now}::timestamptz, at_any_hour
        from jsonb_to_recordset(${messages}::jsonb) as r(id text, person_id text, road text, at_any_hour boolean)
        returning id, number, at_any_hour),
      twin as (
      insert into message (id, number, person_id, road, twin_of, state, story_at, at_any_hour)
        select r.id, first.number, r.person_id, 'mail', r.twin_of, 'intent', ${this.#now}::timestamptz, first.at_any_hour
        from jsonb_to_recordset(${twins}::jsonb) as r(id text, person_id text, twin_of text)
        join first on first.id = r.twin_of
        returning id)
      select id from first`.execute(trx)
    const ids = [...this.#messages.values(), ...this.#twins].map(({ id }) => id)
    const due = ids.map((message) => ({ kind: 'message-due', message }) as const)
    await record(trx, itself(this.#now), due)
    const of = <T>(column: (prompt: Prompt) => T): readonly T[] => this.#prompts.map(column)
    await sql`insert into prompt (duty_id, step, due_day, post_id, held_as, stands_for, fired_at, message_id, held_back)
      select duty, step, due, post, held, string_to_array(stands_for, ' '), ${this.#now}::timestamptz, message, back
      from unnest(${of(({ duty }) => duty.id)}::text[], ${of(({ step }) => step)}::text[],
        ${of(({ duty }) => duty.due_day)}::date[], ${of(({ post }) => post)}::text[], ${of(({ as }) => as)}::text[],
        ${of(({ standsFor }) => standsFor.join(' '))}::text[], ${of(({ message }) => message)}::text[],
        ${of(({ heldBack }) => heldBack)}::text[])
        as r(duty, step, due, post, held, stands_for, message, back)
      on conflict (duty_id, step, due_day, post_id, held_as) do update
        set message_id = excluded.message_id, fired_at = excluded.fired_at, held_back = excluded.held_back,
          stands_for = excluded.stands_for`.execute(trx)
  }

  #messageFor({ person, road }: Holder): Message {
    const known = this.#messages.get(person)
    if (known) return known
    const id = newMessageId()
    const first = road === 'mail' ? 'mail' : 'teams'
    const made: Message = { id, person_id: person, road: first, at_any_hour: false }
    this.#messages.set(person, made)
    if (road === 'both') this.#twins.push({ id: newMessageId(), person_id: person, twin_of: id })
    return made
  }
}

type Message = {
  readonly id: MessageId
  readonly person_id: PersonId
  readonly road: 'teams' | 'mail'
  at_any_hour: boolean
}

type Prompt = {
  readonly duty: DueDuty
  readonly step: string
  readonly standsFor: readonly string[]
  readonly post: PostId
  readonly as: 'holder' | 'deputy'
  readonly message: MessageId | null
  readonly heldBack: 'away' | 'muted' | null
}
