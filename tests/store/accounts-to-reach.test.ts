import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { findAccount, findMail, findServiceUrl, saveAddress } from '#store/addresses.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

const [wes, sam, nobody] = ['wes', 'sam', 'nobody'] as PersonId[] as [PersonId, PersonId, PersonId]
let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.startAgain()
  await rows(
    store.running,
    sql`update person set tenant_id = 'tenant-1', aad_id = 'aad-wes' where id = 'wes'`,
  )
  await rows(
    store.running,
    sql`update person set tenant_id = 'by-mail', aad_id = id, mail = '' where id = 'sam'`,
  )
})

it('somebody has an account once the partnership has said which; until then they are known by mail alone', async () => {
  expect(await findAccount(store.running, wes)).toEqual({ tenantId: 'tenant-1', aadId: 'aad-wes' })
  expect(await findAccount(store.running, sam)).toBeUndefined()
  expect(await findAccount(store.running, nobody)).toBeUndefined()
})

it('a mail goes to the address that was said, and nowhere when none was', async () => {
  expect(await findMail(store.running, wes)).toContain('@')
  expect(await findMail(store.running, sam)).toBeUndefined()
  expect(await findMail(store.running, nobody)).toBeUndefined()
})

it('Teams takes the messages of a tenant where somebody of it last wrote from, while the bot is with them', async () => {
  expect(await findServiceUrl(store.running, 'tenant-9')).toBeUndefined()
  const address = {
    tenantId: 'tenant-9',
    userAadId: 'aad-wes',
    conversationId: 'a:1',
    serviceUrl: 'https://smba.example/uk/',
    botId: '28:bot',
  }
  await saveAddress(store.running, wes, { ...address, installed: true })
  expect(await findServiceUrl(store.running, 'tenant-9')).toBe('https://smba.example/uk/')
  await saveAddress(store.running, wes, { installed: false })
  expect(await findServiceUrl(store.running, 'tenant-9')).toBeUndefined()
})
