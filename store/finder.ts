import type { ActionState } from '#core/actions/action.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type {
  CaseId,
  CollationId,
  EscalationId,
  FormId,
  PostId,
  ReplyId,
  ReturnId,
  RoundId,
} from '#core/ids.ts'

import type { Trx } from './database.ts'
import type { Running } from './running.ts'

/** Finds ids by what people say aloud. No person asks: only local mode's story does, and its tests. */
export function finderOf({ database }: Running) {
  const ask = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => database.transact({ as: 'owner' }, work)
  return {
    round: (code: string): Promise<{ id: RoundId; version: number } | undefined> =>
      ask((trx) =>
        trx.selectFrom('round').select(['id', 'version']).where('code', '=', code).executeTakeFirst(),
      ),
    cases: async (code: string): Promise<ReadonlyMap<string, CaseId>> => {
      const rows = await ask((trx) =>
        trx.selectFrom('evaluation_case').select(['id', 'reference']).where('round', '=', code).execute(),
      )
      return new Map(rows.map(({ reference, id }) => [reference, id]))
    },
    reply: (code: string, agency: string): Promise<ReplyId | undefined> =>
      ask(async (trx) => {
        const rows = await trx
          .selectFrom('reply')
          .select(['id', 'agency_id'])
          .where('code', '=', code)
          .execute()
        return rows.find((row) => row.agency_id === agency)?.id
      }),
    return: (reference: string, agency: string): Promise<ReturnId | undefined> =>
      ask(async (trx) => {
        const rows = await trx
          .selectFrom('agency_return')
          .select(['id', 'agency_id'])
          .where('reference', '=', reference)
          .execute()
        return rows.find((row) => row.agency_id === agency)?.id
      }),
    collation: (reference: string): Promise<CollationId | undefined> =>
      ask(async (trx) => {
        const row = await trx
          .selectFrom('case_collation')
          .select('id')
          .where('reference', '=', reference)
          .executeTakeFirst()
        return row?.id
      }),
    form: (reference: string): Promise<FormId | undefined> =>
      ask(async (trx) => {
        const row = await trx
          .selectFrom('form')
          .select('id')
          .where('reference', '=', reference)
          .executeTakeFirst()
        return row?.id
      }),
    escalation: (number: string): Promise<EscalationId | undefined> =>
      ask(async (trx) => {
        const row = await trx
          .selectFrom('escalation')
          .select('id')
          .where('number', '=', number)
          .executeTakeFirst()
        return row?.id
      }),
    lead: (code: string, agency: string): Promise<PostId | undefined> =>
      ask(async (trx) => {
        const rows = await trx
          .selectFrom('round_member')
          .innerJoin('round', 'round.id', 'round_member.round_id')
          .select(['lead_post', 'agency_id'])
          .where('code', '=', code)
          .execute()
        return rows.find((row) => row.agency_id === agency)?.lead_post
      }),
    worker: (reference: string): Promise<PostId | undefined> =>
      ask(async (trx) => {
        const row = await trx
          .selectFrom('case_file')
          .select('worker_post')
          .where('reference', '=', reference)
          .executeTakeFirst()
        return row?.worker_post ?? undefined
      }),
    action: (number: string): Promise<ActionState | undefined> =>
      ask(async (trx) => {
        const row = await trx
          .selectFrom('action')
          .select('state')
          .where('number', '=', number)
          .executeTakeFirst()
        return row?.state
      }),
    open: (subject: string): Promise<readonly DutyKind[]> =>
      ask(async (trx) => {
        const rows = await trx
          .selectFrom('duty')
          .select(['kind', 'subject_id'])
          .where('closed_at', 'is', null)
          .execute()
        return rows.filter(({ subject_id }) => subject_id === subject).map(({ kind }) => kind)
      }),
  }
}

/** Whether a request under that key was answered. */
export async function wasAnswered({ database }: Running, key: string): Promise<boolean> {
  const row = await database.transact({ as: 'owner' }, (trx) =>
    trx.selectFrom('idempotency').select('key').where('key', '=', key).executeTakeFirst(),
  )
  return row !== undefined
}
