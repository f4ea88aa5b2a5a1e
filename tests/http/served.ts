import { join } from 'node:path'

import { openPglite, openPostgres } from '#store/database.ts'
import type { Trx } from '#store/database.ts'
import { expectSound } from '#tests/faults/a-partnership.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { Api, TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

export const ENGINES = ['pglite', 'postgresql'] as const
export type Engine = (typeof ENGINES)[number]

export type Served = {
  readonly server: TestServer
  /** Stops the product and reads what it wrote, past every wall. */
  stopAndRead<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  /** All that it printed, before and after every restart. */
  output(): string
  /** Stops it and starts it again on what is there. */
  restarted(): Promise<TestServer>
  close(): Promise<void>
}

/** The product with its example on one engine; `close` stops it and leaves nothing behind. */
export async function served(engine: Engine, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const cell = engine === 'postgresql' ? await aPostgresCell() : undefined
  const wanted = { ...(cell && { cell }), env: { MODE: 'local', ...env } }
  const first = await aServer(wanted)
  let running = first
  const starts = [first]
  return {
    server: first,
    output: () => starts.map((server) => server.output()).join(''),
    async stopAndRead(work) {
      await running.stop()
      const database = cell ? openPostgres(cell.urls) : await openPglite(join(first.dataDir, 'database'))
      try {
        return await database.transact({ as: 'owner' }, work)
      } finally {
        await database.close()
      }
    },
    async restarted() {
      await running.stop()
      running = await aServer({ ...wanted, dataDir: first.dataDir, port: first.port })
      starts.push(running)
      return running
    },
    async close() {
      await running.stop()
      await expectSound({ dataDir: first.dataDir, ...(cell && { cell }) })
      await cell?.drop()
      await forget(first)
    },
  }
}

/** Who is concerned by an action of N-08 that the worker owes to Schools, and two whom it does not concern. */
export const PERSONAS = ['bea', 'quinn', 'ada', 'eve', 'wes', 'sam', 'dee', 'gil', 'dot'] as const
export type Persona = (typeof PERSONAS)[number]
export type Signed = Readonly<Record<Persona, Api>>

export async function everybody(server: TestServer): Promise<Signed> {
  const signed = await Promise.all(PERSONAS.map(async (id) => [id, await server.signIn(id)] as const))
  return Object.fromEntries(signed) as Signed
}

type Recording = {
  readonly case?: string
  readonly owner?: string
  readonly raiser?: string
  readonly what?: string
  readonly help?: string
  readonly due?: string
}

export type Recorded = { readonly id: string; readonly number: string; readonly duty: string }

/** An action of N-08 that the worker owes to Schools, due 29 June, unless told otherwise. */
export async function recordOne(signed: Signed, over: Recording = {}): Promise<Recorded> {
  const answer = await signed.quinn.post('/api/actions', {
    case: 'case-n-08',
    owner: 'worker-n08',
    raiser: 'lead-edu',
    what: 'Tell the school nurse the day of the next visit.',
    help: 'The nurse was there.',
    due: '2018-06-29',
    ...over,
  })
  if (answer.status !== 201) throw new Error(`not recorded: ${answer.text}`)
  const { id } = answer.body as { id: string }
  const seen = await actionAs(signed.quinn, id)
  return { id, number: seen.row.number, duty: seen.duty?.id ?? '' }
}

export type SeenAction = {
  readonly row: { readonly number: string; readonly state: string; readonly due: string }
  readonly version: number
  readonly duty: { readonly id: string; readonly kind: string; readonly yours: boolean } | null
  readonly history: readonly {
    readonly what: string
    readonly who: string
    readonly texts: readonly { readonly label: string; readonly text: string }[]
  }[]
  readonly prompts: readonly { readonly who: string; readonly what: string }[]
}

export async function actionAs(api: Api, id: string): Promise<SeenAction> {
  const answer = await api.get(`/api/actions/${id}`)
  if (answer.status !== 200) throw new Error(`not seen: ${answer.text}`)
  return answer.body as SeenAction
}

/** Answers the open duty of an action over the API. */
export async function answerAs(api: Api, action: string, answer: object): Promise<void> {
  const { duty } = await actionAs(api, action)
  const given = await api.post(`/api/duties/${duty?.id}/answers`, answer)
  if (given.status !== 200) throw new Error(`not answered: ${given.text}`)
}

/** What is good enough for each deed. */
export const ANSWERS = {
  'report-done': { deed: 'report-done', whatWasDone: 'Told her on Monday.', evidence: 'Note of the call.' },
  'ask-for-time': { deed: 'ask-for-time', until: '2018-07-13', reason: 'She is on leave.' },
  question: { deed: 'question', question: 'not-right', reason: 'There is no nurse at this school.' },
  confirm: { deed: 'confirm' },
  dispute: { deed: 'dispute', reason: 'Nobody rang.' },
  'agree-time': { deed: 'agree-time' },
  'keep-day': { deed: 'keep-day', reason: 'The visit is on that day.' },
  'keep-action': { deed: 'keep-action', reason: 'The nurse of the next school covers it.' },
  withdraw: { deed: 'withdraw', reason: 'Not needed any more.' },
  update: { deed: 'update', how: 'The visit is on Friday.' },
  seen: { deed: 'seen' },
  'wait-longer': { deed: 'wait-longer' },
  'say-impact': { deed: 'say-impact', impact: 'partly', evidence: 'Ten records were read.' },
} as const
export type Deed = keyof typeof ANSWERS
export const DEEDS = Object.keys(ANSWERS) as readonly Deed[]

export const STATES = [
  'open',
  'more-time-asked',
  'questioned',
  'reported-done',
  'confirmed',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

/** A new action brought into a state, with the duty that is open in it, or that was open last. */
export async function actionIn(signed: Signed, state: State): Promise<Recorded> {
  const action = await recordOne(signed)
  const steps: Readonly<Record<State, readonly [Persona, Deed][]>> = {
    open: [],
    'more-time-asked': [['wes', 'ask-for-time']],
    questioned: [['wes', 'question']],
    'reported-done': [['wes', 'report-done']],
    confirmed: [
      ['wes', 'report-done'],
      ['eve', 'confirm'],
    ],
    withdrawn: [
      ['wes', 'question'],
      ['eve', 'withdraw'],
    ],
  }
  let { duty } = action
  for (const [who, deed] of steps[state]) {
    await answerAs(signed[who], action.id, ANSWERS[deed])
    duty = (await actionAs(signed.quinn, action.id)).duty?.id ?? duty
  }
  return { ...action, duty }
}

/** The text of a problem without its reference number, which is new each time. */
export function withoutReference(text: string): string {
  return text.replace(/"reference":"[0-9a-f-]{36}"/, '"reference":"..."')
}
