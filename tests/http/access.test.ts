import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localSignIn } from '#local/sign-in.ts'
import { endpoints } from '#server/http/serve-http.ts'

import { routeOf, statusesOf } from './access-rounds-row.ts'
import { accessRoundsTable } from './access-rounds-table.ts'
import { accessTable } from './access-table.ts'
import type { AccessRow, Who } from './access-table.ts'
import { ANSWERS, ENGINES, actionIn, everybody, recordOne, served } from './served.ts'
import type { Recorded, Served, Signed, State } from './served.ts'

const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`

describe('the access table', () => {
  const routes = endpoints(true).map(nameOf)

  it.each(routes)('has somebody who may and somebody who may not: %s', (route) => {
    const statuses = [
      ...accessTable.filter((row) => row.endpoint === route).flatMap(({ gets }) => Object.values(gets)),
      ...accessRoundsTable.filter((row) => routeOf(row) === route).flatMap(statusesOf),
    ]
    // Whoever may is told of a version that was never given out, of a state or a text that is in the way.
    expect(statuses.some((status) => status < 300 || [409, 412, 422].includes(status))).toBe(true)
    expect(statuses.some((status) => [401, 403, 404].includes(status))).toBe(true)
  })

  it('names no route that is not there', () => {
    const named = [...accessTable.map(({ endpoint }) => endpoint), ...accessRoundsTable.map(routeOf)]
    expect(named.filter((route) => !routes.includes(route))).toEqual([])
  })
})

describe.each(ENGINES)('every cell of the access table over HTTP, on %s', (engine) => {
  let house: Served
  let signed: Signed
  let tokens: Readonly<Record<'stranger' | 'unknown', string>>
  /** One action in each state: a refused cell must leave it as it is, so that all refused cells share it. */
  const standing = new Map<State, Recorded>()

  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
    const { tokenFor } = localSignIn(join(house.server.dataDir, 'sign-in.key'), Date.now)
    tokens = { stranger: '', unknown: tokenFor('somebody-else') }
  })
  afterAll(() => house.close())

  it.each(accessTable.map((row) => ({ row, name: `${row.endpoint} ${row.deed ?? ''} (${row.state})` })))(
    '$name',
    { timeout: 60_000 },
    async ({ row }) => {
      const got: Partial<Record<Who, number>> = {}
      for (const [who, status] of Object.entries(row.gets) as [Who, number][])
        got[who] = await tried(row, who, status < 300)
      expect(got).toEqual(row.gets)
    },
  )

  async function tried(row: AccessRow, who: Who, changes: boolean): Promise<number> {
    const action = row.state === 'any' ? undefined : await actionFor(row, row.state, changes)
    const [method = '', path = ''] = row.endpoint.split(' ')
    const id = path.startsWith('/api/duties') ? action?.duty : action?.id
    const token = who === 'stranger' || who === 'unknown' ? tokens[who] : signed[who].token
    const answer = await fetch(`${house.server.origin}${path.replace(':id', id ?? '')}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      },
      ...(method === 'POST' && { body: JSON.stringify(bodyFor(row, action)) }),
    })
    await answer.text()
    return answer.status
  }

  async function actionFor({ deed }: AccessRow, state: State, changes: boolean): Promise<Recorded> {
    if (deed && changes) return actionIn(signed, state)
    const known = standing.get(state)
    if (known) return known
    const made = await actionIn(signed, state)
    standing.set(state, made)
    return made
  }

  it('shows an action in the lists of those whom it concerns, and of nobody else', async () => {
    const { id } = await recordOne(signed)
    const lists = Object.entries(signed).map(async ([who, api]) => {
      const text = (await Promise.all(['/api/actions', '/api/waiting', '/api/asked'].map(api.get)))
        .map((answer) => answer.text)
        .join()
      return [who, text.includes(id)] as const
    })
    expect(Object.fromEntries(await Promise.all(lists))).toEqual({
      bea: true,
      quinn: true,
      ada: true,
      eve: true,
      wes: true,
      sam: true,
      dot: true,
      dee: false,
      gil: false,
    })
  })
})

/** A line of a tracker that fits no case: nothing is recorded. */
const LINE = { line: 4, case: 'X', what: 'Ring.', owner: 'X', raiser: 'X', due: '', help: 'So.', done: '' }

function bodyFor({ endpoint, deed }: AccessRow, action: Recorded | undefined): object {
  if (deed) return ANSWERS[deed]
  if (endpoint === 'POST /api/actions/chase') return { actions: [action?.id] }
  if (endpoint === 'POST /api/import/check') return { file: 'bm90IGEgd29ya2Jvb2s=' }
  if (endpoint === 'POST /api/import') return { lines: [LINE] }
  if (endpoint === 'POST /api/actions/:id/promises')
    return { note: 'Rang the team; promised Friday.', until: '2018-06-29' }
  return {
    ...(endpoint === 'POST /api/actions/fan-out' && { owners: ['worker-n08', 'lead-ccg'] }),
    case: 'case-n-08',
    owner: 'worker-n08',
    raiser: 'lead-edu',
    what: 'Write to the school.',
    help: 'The letter is there.',
    due: '2018-06-29',
  }
}
