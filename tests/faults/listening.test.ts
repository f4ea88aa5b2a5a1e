import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { openPostgres } from '#store/database.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { aRelay } from './database-relay.ts'

test('after PostgreSQL was away, what other processes say is heard again, and screens ask for what they missed', async () => {
  const cell = await aPostgresCell()
  const relay = await aRelay(cell.urls)
  const here = openPostgres(relay.urls)
  const elsewhere = openPostgres(cell.urls)
  const heard: string[] = []
  const stop = await here.listen(
    'live',
    (payload) => heard.push(payload),
    () => heard.push('(missed)'),
  )
  onTestFinished(async () => {
    await stop()
    await Promise.all([here.close(), elsewhere.close()])
    await relay.close()
    await cell.drop()
  })
  const say = (words: string) =>
    elsewhere.transact({ as: 'owner' }, (trx) => sql`select pg_notify('live', ${words})`.execute(trx))
  await say('before')
  await expect.poll(() => heard, { timeout: 5000 }).toEqual(['before'])
  relay.away()
  await say('meanwhile')
  relay.back()
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['before', '(missed)'])
  await say('after')
  await expect.poll(() => heard, { timeout: 5000 }).toEqual(['before', '(missed)', 'after'])
})
