import type { PersonId } from '#core/ids.ts'

import { storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Running } from './run.ts'

/** Where a person's chat with the bot is. */
type Address = {
  readonly tenantId: string
  readonly userAadId: string
  readonly conversationId: string
  readonly serviceUrl: string
  readonly botId: string
}

/** The chat of a person in which the bot is installed. */
export async function findAddress({ database }: Running, person: PersonId): Promise<Address | undefined> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const row = await trx
      .selectFrom('chat_address')
      .selectAll()
      .where('person_id', '=', person)
      .where('installed', '=', true)
      .executeTakeFirst()
    return (
      row && {
        tenantId: row.tenant_id,
        userAadId: row.aad_id,
        conversationId: row.conversation_id,
        serviceUrl: row.service_url,
        botId: row.bot_id,
      }
    )
  })
}

/** Kept on install, on removal and on each message; written and audited only when something changed. */
export async function saveAddress(
  running: Running,
  person: PersonId,
  said: (Address & { readonly installed: true }) | { readonly installed: false },
): Promise<void> {
  await running.database.transact({ as: 'worker' }, async (trx) => {
    const before = await trx
      .selectFrom('chat_address')
      .selectAll()
      .where('person_id', '=', person)
      .executeTakeFirst()
    const columns = said.installed
      ? {
          tenant_id: said.tenantId,
          aad_id: said.userAadId,
          conversation_id: said.conversationId,
          service_url: said.serviceUrl,
          bot_id: said.botId,
          installed: true,
        }
      : { installed: false }
    if (
      before &&
      Object.entries(columns).every(([name, value]) => before[name as keyof typeof before] === value)
    )
      return
    if (before) await trx.updateTable('chat_address').set(columns).where('person_id', '=', person).execute()
    else if (said.installed) {
      await trx
        .insertInto('chat_address')
        .values({ person_id: person, ...columns } as never)
        .execute()
    } else return
    const now = await storyNow(trx, running.realNow)
    const kind = said.installed ? 'bot-installed' : 'bot-uninstalled'
    await record(trx, { person, channel: 'card', request: null, now }, [{ kind, person }])
  })
}
