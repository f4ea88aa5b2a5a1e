import { createHash, randomUUID } from 'node:crypto'

import { dayOf } from '#core/calendar/moment.ts'
import type { Channel } from '#core/happened.ts'
import type { Ids, PersonId } from '#core/ids.ts'
import type { UseCase } from '#core/ports.ts'
import type { Result } from '#core/result.ts'
import { refused } from '#core/result.ts'

import { ChangedMeanwhile } from './actions.ts'
import { storyNow } from './clock.ts'
import { commit } from './commit.ts'
import type { Trx } from './database.ts'
import { seatsElsewhere, seatsGuestElsewhere } from './guests.ts'
import { findActor, isTakenAccount } from './people.ts'
import { readsOf } from './reads.ts'
import type { Running } from './running.ts'

/** One press or one request: who, by which door, and the key under which its answer is kept. */
export type Request = {
  readonly person: PersonId
  readonly channel: Channel
  readonly id: string
  /** Null for a view: it has no effect to repeat, and what it shows is not kept. */
  readonly key: string | null
}

export type RunRefused = 'unknown-person' | 'key-was-used' | 'changed-meanwhile' | 'guest-of-another-agency'

/**
 * Runs a use case: load, decide, save in one transaction. The answer under a key is kept with the effect and
 * given again to every repetition; the same key with other content is refused. A save that somebody else
 * overtook is decided afresh.
 *
 * @param asked what was asked for, where the input has more: what was found meanwhile is no other content.
 */
export async function run<I, T, R extends string>(
  running: Running,
  request: Request,
  useCase: UseCase<I, T, R>,
  input: I,
  asked: unknown = input,
): Promise<Result<T, R | RunRefused>> {
  const once = () =>
    running.database.transact({ as: 'web', person: request.person }, (trx) =>
      attempt(running, trx, request, useCase, input, asked),
    )
  for (let tries = 1; ; tries += 1) {
    try {
      return await once()
    } catch (error) {
      if (error instanceof Refusal) return error.outcome as Result<T, R>
      if (!wasOvertaken(error)) throw error
      if (tries === MOST_TRIES) return refused('changed-meanwhile')
    }
  }
}

/**
 * The answer that is kept under a key, for what asks somebody outside between two transactions: a second try asks
 * them nothing. Undefined while there is none.
 */
export async function answeredBefore<I, T, R extends string>(
  { database }: Running,
  { key, person }: Request,
  useCase: UseCase<I, T, R>,
  asked: unknown,
): Promise<Result<T, R | RunRefused> | undefined> {
  if (key === null) return undefined
  return database.transact({ as: 'web', person }, (trx) =>
    keptUnder<T, R>(trx, key, person, fingerprintOf(useCase, asked)),
  )
}

function fingerprintOf({ name }: { readonly name: string }, asked: unknown): string {
  return createHash('sha256')
    .update(`${name} ${JSON.stringify(asked)}`)
    .digest('hex')
}

const MOST_TRIES = 3
const DEADLOCK = '40P01'

/** Somebody else saved first, or PostgreSQL chose this transaction to end a deadlock: decide afresh. */
function wasOvertaken(error: unknown): boolean {
  return (
    error instanceof ChangedMeanwhile ||
    seatsElsewhere(error) ||
    isTakenAccount(error) ||
    (error instanceof Error && 'code' in error && error.code === DEADLOCK)
  )
}

/** A "no" leaves nothing behind, not even its key: the transaction is undone. */
class Refusal extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('refused')
    this.outcome = outcome
  }
}

const ids: Ids = { next: <Id extends string>() => randomUUID() as string as Id }

async function attempt<I, T, R extends string>(
  { calendar, realNow }: Running,
  trx: Trx,
  request: Request,
  useCase: UseCase<I, T, R>,
  input: I,
  asked: unknown,
): Promise<Result<T, R | RunRefused>> {
  const fingerprint = fingerprintOf(useCase, asked)
  const before =
    request.key === null ? undefined : await claimKey<T, R>(trx, request.key, request.person, fingerprint)
  if (before) return before
  const now = await storyNow(trx, realNow)
  const today = dayOf(now)
  const actor = await findActor(trx, request.person, today)
  if (!actor) throw new Refusal(refused('unknown-person'))
  const outcome = await useCase(
    { reads: readsOf(trx, actor, today), actor, now, today, calendar, ids },
    input,
  )
  if (!outcome.ok) throw new Refusal(outcome)
  const writer = { person: actor.person, channel: request.channel, request: request.id, now, calendar }
  const { changes, happened, writes } = outcome.value
  if (await seatsGuestElsewhere(trx, writes ?? [])) throw new Refusal(refused('guest-of-another-agency'))
  await commit(trx, writer, changes, happened, writes)
  const answer = { ok: true, value: outcome.value.value } as const
  if (request.key !== null) await keep(trx, request.key, answer)
  return answer
}

/** A second request under the same key waits for the first and gets its answer. */
async function claimKey<T, R extends string>(
  trx: Trx,
  key: string,
  person: PersonId,
  fingerprint: string,
): Promise<Result<T, R | RunRefused> | undefined> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('idempotency')
    .values({ key, person_id: person, fingerprint, answer: JSON.stringify(null) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? undefined : keptUnder(trx, key, person, fingerprint)
}

async function keptUnder<T, R extends string>(
  trx: Trx,
  key: string,
  person: PersonId,
  fingerprint: string,
): Promise<Result<T, R | RunRefused> | undefined> {
  const kept = await trx.selectFrom('idempotency').selectAll().where('key', '=', key).executeTakeFirst()
  if (!kept) return undefined
  if (kept.person_id !== person || kept.fingerprint !== fingerprint) return refused('key-was-used')
  return kept.answer as Result<T, R>
}

async function keep(trx: Trx, key: string, answer: unknown): Promise<void> {
  await trx
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('key', '=', key)
    .execute()
}
