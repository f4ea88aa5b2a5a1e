import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import {
  findAccount,
  findAddress,
  findMail,
  findServiceUrl,
  hasRemovedApp,
  saveAddress,
} from '#store/addresses.ts'
import { claim, sending, sentLately } from '#store/outbox.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, recorded, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

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

it('who took the app away is told from who never had it, until they install it again', async () => {
  const address = {
    tenantId: 'tenant-1',
    userAadId: 'aad-wes',
    conversationId: 'a:1',
    serviceUrl: 'https://smba.example/uk/',
    botId: '28:bot',
  }
  expect(await hasRemovedApp(store.running, sam)).toBe(false)
  await saveAddress(store.running, wes, { ...address, installed: true })
  expect(await hasRemovedApp(store.running, wes)).toBe(false)
  await saveAddress(store.running, wes, { installed: false })
  expect(await hasRemovedApp(store.running, wes)).toBe(true)
  await saveAddress(store.running, wes, { ...address, installed: true })
  expect(await hasRemovedApp(store.running, wes)).toBe(false)
})

const chatOf = (aadId: string, conversationId: string) => ({
  tenantId: 'tenant-1',
  userAadId: aadId,
  conversationId,
  serviceUrl: 'https://smba.example/uk/',
  botId: '28:bot',
  installed: true as const,
})
const correct = () => rows(store.running, sql`update person set aad_id = 'aad-right' where id = 'wes'`)

describe('the chat of somebody whose account is corrected', () => {
  it('is not the one of the old account, which is somebody else’s', async () => {
    await saveAddress(store.running, wes, chatOf('aad-wes', 'a:wrong'))
    expect(await findAddress(store.running, wes)).toMatchObject({ conversationId: 'a:wrong' })
    await correct()
    expect(await findAddress(store.running, wes)).toBeUndefined()
    await saveAddress(store.running, wes, chatOf('aad-right', 'a:right'))
    expect(await findAddress(store.running, wes)).toMatchObject({ conversationId: 'a:right' })
  })

  it('says nothing of whether they want the app', async () => {
    await saveAddress(store.running, wes, chatOf('aad-wes', 'a:wrong'))
    await saveAddress(store.running, wes, { installed: false })
    await correct()
    expect(await hasRemovedApp(store.running, wes)).toBe(false)
  })

  it('is not what a claimed message counts against, nor what counts as written to lately', async () => {
    await store.setClock(at('2018-06-06 14:20'))
    await saveAddress(store.running, wes, chatOf('aad-wes', 'a:wrong'))
    await recorded(store.running)
    await sweptAll(store.running)
    await correct()
    const message = (await claim(store.running, 8)).find(({ person }) => person === wes)
    expect(message).toMatchObject({ tenant: null, chat: null })
    if (message) await sending(store.running, message)
    expect(await sentLately(store.running)).toEqual([])
    await saveAddress(store.running, wes, chatOf('aad-right', 'a:right'))
    expect(await sentLately(store.running)).toMatchObject([{ chat: 'a:right' }])
  })
})
