import { setTimeout as pause } from 'node:timers/promises'

import { expectSound } from '#tests/faults/a-partnership.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { callsTo, done } from './calls.ts'
import type { Call } from './calls.ts'
import type { Engine } from './served.ts'
import { inGrid, smallRounds } from './small-rounds.ts'
import type { Grid, Row } from './small-rounds.ts'

/** What the rows of the table are about. */
export type Thing =
  | 'round draft'
  | 'round approved'
  | 'round list-sent'
  | 'round evaluating'
  | 'round panel-held'
  | 'reply asked'
  | 'reply received'
  | 'reply given'
  | 'reply ended'
  | 'return draft'
  | 'return submitted'
  | 'return collated'
  | 'return accepted'
  | 'case evaluating'
  | 'case panel-held'
  | 'collation open'
  | 'collation sent'
  | 'form drafted'
  | 'post worker'
  | 'post qa'
  | 'person worker'
  | 'incident'
  | 'post worker N-02'
  | 'post manager N-02'
  | 'form seen'
  | 'form closed'
  | 'escalation waiting'
  | 'escalation promised'

export type Neglect = {
  readonly call: Call
  readonly things: Readonly<Record<Thing, string>>
  /** The entry in the draft of Police. */
  readonly entry: string
  /** The cases of the list that was sent. */
  readonly listed: readonly string[]
  output(): string
  close(): Promise<void>
}

/** The neglect round of the example on 18 June 2018, and beside it a small round in each earlier state. */
export async function neglect(engine: Engine): Promise<Neglect> {
  const cell = engine === 'postgresql' ? await aPostgresCell() : undefined
  const env = { MODE: 'local', STORY: 'neglect' }
  const server = await aServer({ ...(cell && { cell }), env, untilReady: false })
  const close = async (): Promise<void> => {
    await server.stop()
    await expectSound({ dataDir: server.dataDir, ...(cell && { cell }) })
    await cell?.drop()
    await forget(server)
  }
  await ready(server)
  const call = callsTo(server)
  const made = await smallRounds(call)
  const things = { ...(await ofNeglect(call)), ...made.things }
  return { call, things, entry: made.entry, listed: made.listed, output: server.output, close }
}

/** A round of ten weeks takes its time to load. */
async function ready(server: TestServer): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    for (const deadline = Date.now() + 200_000; Date.now() < deadline; await pause(200)) {
      const answer = await fetch(`${server.origin}/readyz`).catch(() => undefined)
      if (answer?.status === 200) return true
    }
    return false
  }
  const stopped = server.ended.then(() => false)
  if (await Promise.race([isReady(), stopped])) return
  await server.kill()
  throw new Error(`the server did not get ready:\n${server.output()}`)
}

async function ofNeglect(call: Call) {
  const { items } = await done<{ items: readonly (Row & { readonly code: string })[] }>(
    call,
    'bea',
    '/api/rounds',
  )
  const round = items.find(({ code }) => code === 'N-2018-2')?.id ?? ''
  const grid = await done<Grid>(call, 'bea', `/api/rounds/${round}/grid`)
  const forms = await done<{ items: readonly { id: string; reference: string }[] }>(
    call,
    'bea',
    `/api/forms?round=${round}`,
  )
  const { posts } = await done<{ posts: readonly { id: string; title: string }[] }>(
    call,
    'bea',
    '/api/people',
  )
  const caseOf = (reference: string): string =>
    grid.rows.find((each) => each.reference === reference)?.case ?? ''
  const post = (title: string): string => posts.find((each) => each.title === title)?.id ?? ''
  const form = (reference: string): string =>
    forms.items.find((each) => each.reference === reference)?.id ?? ''
  return {
    'round panel-held': round,
    'return accepted': inGrid(grid, 'N-08', 'pol', 'return'),
    'case panel-held': grid.rows.find(({ reference }) => reference === 'N-08')?.case ?? '',
    'collation sent': inGrid(grid, 'N-08', 'ccg', 'collation'),
    'post worker': post('Allocated worker of N-08'),
    'post qa': 'qa',
    'post worker N-02': post('Allocated worker of N-02'),
    'post manager N-02': post('Supervising manager of N-02'),
    incident: await wentWrong(call, caseOf('N-11'), post('Allocated worker of N-11')),
    'person worker': 'wes',
    'form seen': form('N-08'),
    'form closed': form('N-02'),
  }
}

/** The worker of N-11 was the wrong one. */
async function wentWrong(call: Call, about: string, post: string): Promise<string> {
  const { id } = await done<{ id: string }>(call, 'bea', '/api/incidents', {
    about,
    what: { kind: 'holding', post, person: 'walt' },
    happened: 'Two workers have the same name.',
  })
  return id
}
