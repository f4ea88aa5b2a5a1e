import { sql } from 'kysely'

import type { MessageId } from '#core/ids.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Trx } from './database.ts'

/** Whether a message was refused or given up, and nothing is being done about it. */
export async function isUndelivered(trx: Trx, id: MessageId): Promise<boolean> {
  const row = await trx.selectFrom('message').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state === 'refused'
}

/** A person may not change a message: the function behind this asks whether it was given up, and who asks. */
export async function tryAgain(trx: Trx, id: MessageId): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`select send_again(${id}) as done`.execute(trx)
  if (rows[0]?.done !== true) throw new ChangedMeanwhile(`message ${id}`)
}
