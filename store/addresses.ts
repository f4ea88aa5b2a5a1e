import { sql } from 'kysely'

import type { PersonId } from '#core/ids.ts'
import type { Account } from '#core/people/sign-in.ts'

import { BY_MAIL } from './access.ts'
import { storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Running } from './running.ts'

/** Where a person's chat with the bot is. */
type Address = {
  readonly tenantId: string
  readonly userAadId: string
  readonly conversationId: string
  readonly serviceUrl: string
  readonly botId: string
}

/**
 * The chat of a person in which the bot is installed: the one of the account that they have. The chat of an account
 * that was corrected since is somebody else's.
 */
export async function findAddress({ database }: Running, person: PersonId): Promise<Address | undefined> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const row = await trx
      .selectFrom('chat_address')
      .selectAll('chat_address')
      .where('person_id', '=', person)
      .where('installed', '=', true)
      .where(isOfTheirAccount)
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

/** That a chat is the one of the account which its person has now. */
const isOfTheirAccount = sql<boolean>`exists (select 1 from person p where p.id = chat_address.person_id
  and p.tenant_id = chat_address.tenant_id and p.aad_id = chat_address.aad_id)`

/** Whether the last that a person said of the bot is that it goes: they had it, and took it away. */
export async function hasRemovedApp({ database }: Running, person: PersonId): Promise<boolean> {
  const row = await database.transact({ as: 'worker' }, (trx) =>
    trx
      .selectFrom('chat_address')
      .select('installed')
      .where('person_id', '=', person)
      .where(isOfTheirAccount)
      .executeTakeFirst(),
  )
  return row?.installed === false
}

/** The account of a person; undefined for somebody who is known by mail alone, or not at all. */
export async function findAccount({ database }: Running, person: PersonId): Promise<Account | undefined> {
  return database.transact({ as: 'worker' }, (trx) =>
    trx
      .selectFrom('person')
      .select(['tenant_id as tenantId', 'aad_id as aadId'])
      .where('id', '=', person)
      .where('tenant_id', '<>', BY_MAIL)
      .executeTakeFirst(),
  )
}

/** Where a mail reaches a person; undefined when nobody has said it. */
export async function findMail({ database }: Running, person: PersonId): Promise<string | undefined> {
  const row = await database.transact({ as: 'worker' }, (trx) =>
    trx.selectFrom('person').select('mail').where('id', '=', person).executeTakeFirst(),
  )
  return row?.mail.includes('@') === true ? row.mail : undefined
}

/** Where Teams takes messages of a tenant: it is the same for all of its people. */
export async function findServiceUrl({ database }: Running, tenantId: string): Promise<string | undefined> {
  const row = await database.transact({ as: 'worker' }, (trx) =>
    trx
      .selectFrom('chat_address')
      .select('service_url')
      .where('tenant_id', '=', tenantId)
      .where('installed', '=', true)
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.service_url
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
