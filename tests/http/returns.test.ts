import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { returnEndpoints } from '#server/endpoints/returns.ts'
import { api } from '#server/http/api.ts'
import type { Outside } from '#server/http/outside.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { openReturn, signing, words } from '#tests/fixtures/return-acts.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
  await openReturn(store.running)
})
afterAll(() => store.close())

const AT = '/api/returns/return-csc'

async function call(
  person: string,
  method: 'GET' | 'POST',
  path: string,
  said: { readonly body?: object; readonly version?: number } = {},
) {
  const app = api(
    {
      running: store.running,
      signIn: async (authorization) => ok((authorization ?? '').replace('Bearer ', '') as PersonId),
      log: () => undefined,
      outside: {} as Outside,
    },
    returnEndpoints,
  )
  const answer = await app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${person}`,
      'idempotency-key': randomUUID(),
      ...(said.version !== undefined && { 'if-match': `"${said.version}"` }),
    },
    ...(method === 'POST' && { body: JSON.stringify(said.body ?? {}) }),
  })
  return { status: answer.status, version: answer.headers.get('etag'), body: await answer.json() }
}

it('a return that does not concern somebody is not there, as one that does not exist', async () => {
  for (const path of [AT, `${AT}/content`, '/api/collations/none', '/api/collations/none/content'])
    expect(await call('eve', 'GET', path)).toMatchObject({ status: 404 })
  expect(await call('ada', 'GET', '/api/returns/none')).toMatchObject({ status: 404 })
  expect(
    await call('eve', 'POST', `${AT}/answers`, { body: { field: 'strengths', text: 'x' } }),
  ).toMatchObject({
    status: 404,
  })
})

it('a field is written at its own version; the second of two who write is told with 412', async () => {
  const at = `${AT}/answers`
  const write = (text: string, version?: number) =>
    call('ada', 'POST', at, { body: { field: 'strengths', text }, ...(version !== undefined && { version }) })
  expect(await write('One.')).toMatchObject({ status: 200, version: '"1"', body: { at: '13:00' } })
  expect(await write('Two.', 1)).toMatchObject({ status: 200, version: '"2"' })
  expect(await write('Three.', 1)).toMatchObject({ status: 412 })
  expect(await write('Four.')).toMatchObject({ status: 412 })
  const { body } = await call('ada', 'GET', `${AT}/content`)
  expect(body).toMatchObject({
    answers: [{ field: 'strengths', text: 'Two.', version: 2, by: 'Ada Lead-Test' }],
  })
})

it('an entry that is not right is told which fields, and one of tomorrow is told its day', async () => {
  const empty = await call('ada', 'POST', `${AT}/entries`, { body: { ...words, event: '', source: '' } })
  expect(empty).toMatchObject({ status: 422, body: { fields: { event: 'Say what happened.' } } })
  expect(empty.body).toHaveProperty('fields.source')
  const early = await call('ada', 'POST', `${AT}/entries`, { body: { ...words, on: '2018-06-07' } })
  expect(early).toMatchObject({ status: 422, body: { fields: { on: expect.any(String) } } })
})

it('a sign-off with gaps names all of them at once', async () => {
  const answer = await call('ada', 'POST', `${AT}/evaluation/send`, { body: { name: '' } })
  expect(Object.keys((answer.body as { fields: object }).fields)).toEqual([
    'name',
    'role',
    'performance',
    'impact',
    'grade',
  ])
  expect(await call('ada', 'POST', `${AT}/evaluation/send`, { body: signing })).toMatchObject({
    status: 422,
    body: { title: 'Something is not answered yet' },
  })
})

it('an entry is saved, changed and taken out at its version, then the chronology is sent and read', async () => {
  const { body } = await call('ada', 'POST', `${AT}/entries`, { body: words })
  const { entry } = body as { entry: string }
  const at = `${AT}/entries/${entry}`
  expect(await call('ada', 'POST', at, { body: words })).toMatchObject({ status: 412 })
  expect(await call('ada', 'POST', at, { body: words, version: 1 })).toMatchObject({
    status: 200,
    version: '"2"',
  })
  expect(await call('ada', 'POST', `${at}/remove`, { version: 2 })).toMatchObject({ status: 200 })
  expect(await call('ada', 'POST', `${AT}/chronology/send`)).toMatchObject({ status: 422 })
  await call('ada', 'POST', `${AT}/entries`, { body: words })
  expect(await call('ada', 'POST', `${AT}/chronology/send`, { version: 1 })).toMatchObject({ status: 412 })
  const head = await call('ada', 'GET', AT)
  const { version } = head.body as { version: number }
  expect(await call('ada', 'POST', `${AT}/chronology/send`, { version })).toMatchObject({ status: 200 })
  expect(await call('bea', 'GET', `${AT}/content`)).toMatchObject({
    status: 200,
    body: { entries: [{ event: words.event, voice: words.voice }] },
  })
  expect(await call('bea', 'POST', `${AT}/chronology/accept`)).toMatchObject({ status: 200 })
  expect(
    await call('bea', 'POST', `${AT}/chronology/send-back`, { body: { comment: 'Why?' } }),
  ).toMatchObject({
    status: 409,
  })
})

it('no text that was typed stands in the audit trail, and each reading does', async () => {
  const audited = await rows<{ what: string }>(store.running, sql`select * from audit_entry`)
  expect(audited.filter(({ what }) => what.endsWith('-seen')).length).toBeGreaterThan(0)
  expect(JSON.stringify(audited)).not.toContain('bruises')
  expect(JSON.stringify(audited)).not.toContain('Two.')
})
