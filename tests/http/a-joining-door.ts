import { randomUUID } from 'node:crypto'

import { Hono } from 'hono'
import { sql } from 'kysely'

import type { PersonId } from '#core/ids.ts'
import type { AccessView, InvitedView } from '#core/people/access/views.ts'
import type { Mailed } from '#core/people/invitation-mail.ts'
import type { SignIn } from '#core/people/sign-in.ts'
import type { LetterMail } from '#core/prompts/letter-mail.ts'
import { peopleEndpoints } from '#server/endpoints/people.ts'
import { accessEndpoints } from '#server/endpoints/people/access.ts'
import { entraSignIn } from '#server/entra/entra-sign-in.ts'
import { findPersonIn } from '#server/entra/find-person.ts'
import { api } from '#server/http/api.ts'
import { signInRoutes } from '#server/http/sign-in-routes.ts'
import type { LogLine } from '#server/log.ts'
import { invitationPost } from '#server/work/mail-invitation.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { aTokenIssuer, CLIENT, HOME } from '#tests/fixtures/a-token-issuer.ts'
import type { TokenIssuer } from '#tests/fixtures/a-token-issuer.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'

export const BEA = '5b1c9a10-0000-4000-8000-00000000000b'
export const WES = '5b1c9a10-0000-4000-8000-000000000005'
export const SAM = '5b1c9a10-0000-4000-8000-000000000006'
export const DAY = 24 * 3600 * 1000
export const AS = {
  kind: 'entra',
  clientId: CLIENT,
  tenantId: HOME,
  authority: 'https://login',
  scope: 'api://x',
} as const
/** The product's own address. */
export const ADDRESS = 'https://cases.example.org'
const NOON = '2018-06-06T12:00:00Z'

type Told = {
  readonly status: number
  readonly body: { readonly title?: string; readonly name?: string }
}
type Claims = Readonly<Record<string, unknown>>
type Mailing = { readonly status: number; readonly body: InvitedView & { readonly title?: string } }
type Sent = { readonly to: PersonId; readonly mail: LetterMail }

export type JoiningDoor = {
  readonly store: TestStore
  readonly issuer: TokenIssuer
  readonly signIn: SignIn
  readonly clock: { realNow: number }
  /** What the road of invitations does, until it is told otherwise; and what it was given. */
  readonly road: { answer: (to: PersonId) => Promise<Mailed>; maySend: boolean; readonly sent: Sent[] }
  readonly logged: (readonly [string, LogLine?])[]
  /** From the how manieth transaction of the endpoints on the database is away. */
  readonly away: { from: number }
  call(method: string, path: string, who: Claims | null, body?: unknown, key?: string): Promise<Told>
  /** Bea makes an invitation; its code is what stands at the end of the link. */
  invited(person: string, agency?: string | null): Promise<string>
  /** Bea, or another one, presses "Send the invitation". */
  send(person: string, over?: object, key?: string, oid?: string): Promise<Mailing>
  /** How somebody comes in, as Bea sees it. */
  seen(person: string): Promise<AccessView>
  /** What the audit trail has about somebody, in its order. */
  deeds(about: string): Promise<readonly unknown[]>
  join(code: string, who?: Claims | null): Promise<Told>
  me(oid: string, over?: Claims): Promise<Told>
  /** Bea and Ada have accounts; Wes and Sam are known by mail alone. */
  startAgain(): Promise<void>
  close(): Promise<void>
}

/** The doors by which people come in, with tokens as Entra makes them and a road of mails that the test speaks for. */
export async function aJoiningDoor(): Promise<JoiningDoor> {
  const clock = { realNow: Date.parse(NOON) }
  const store = await aStore(clock)
  const issuer = await aTokenIssuer(() => clock.realNow)
  const { running } = store
  const rules = {
    clientId: CLIENT,
    tenants: [HOME] as const,
    loginUrl: issuer.loginUrl,
    realNow: () => clock.realNow,
  }
  const { identify, signIn } = entraSignIn(rules, findPersonIn(running))
  const logged: (readonly [string, LogLine?])[] = []
  const log = (...line: readonly [string, LogLine?]): void => void logged.push(line)
  const road: JoiningDoor['road'] = { answer: async () => 'sent', maySend: true, sent: [] }
  const invitations = invitationPost(
    {
      invite: (to, mail) => {
        road.sent.push({ to, mail })
        return road.answer(to)
      },
    },
    ADDRESS,
    async () => road.maySend,
    log,
  )
  const away = { from: Infinity }
  const { database } = running
  const transact: typeof database.transact = (login, work) => {
    away.from -= 1
    if (away.from < 1) throw new Error('the database is away')
    return database.transact(login, work)
  }
  const shaky = { ...running, database: { ...database, transact } }
  const app = new Hono()
    .route('/', signInRoutes({ running, signInAs: AS, identify, log }))
    .route(
      '/',
      api({ running: shaky, outside: { invitations } as never, signIn, log }, [
        ...peopleEndpoints(false),
        ...accessEndpoints,
      ]),
    )
  const call: JoiningDoor['call'] = async (method, path, who, body, key = randomUUID()) => {
    const answer = await app.request(path, {
      method,
      headers: {
        ...(who && { authorization: `Bearer ${await issuer.token(who)}` }),
        ...(method === 'POST' && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Told['body'] }
  }
  return {
    store,
    issuer,
    signIn,
    clock,
    road,
    logged,
    away,
    call,
    async invited(person, agency = null) {
      const told = await call('POST', `/api/people/${person}/invitation`, { oid: BEA }, { agency })
      if (told.status !== 201) throw new Error(JSON.stringify(told.body))
      return codeOf((told.body as unknown as InvitedView).path)
    },
    async send(person, over = {}, key, oid = BEA) {
      const body = { agency: null, byMail: true, ...over }
      return (await call('POST', `/api/people/${person}/invitation`, { oid }, body, key)) as Mailing
    },
    seen: async (person) =>
      (await call('GET', `/api/people/${person}/access`, { oid: BEA })).body as unknown as AccessView,
    async deeds(about) {
      const entries = await rows(
        running,
        sql`select what from audit_entry where subject = ${about} order by id`,
      )
      return (entries as readonly { what: string }[]).map(({ what }) => what)
    },
    join: (code, who = { oid: WES }) => call('POST', '/api/join', who, { code }),
    me: (oid, over = {}) => call('GET', '/api/me', { oid, ...over }),
    async startAgain() {
      clock.realNow = Date.parse(NOON)
      Object.assign(road, { answer: async () => 'sent', maySend: true })
      road.sent.length = 0
      logged.length = 0
      away.from = Infinity
      await store.startAgain()
      await store.setClock(at('2018-06-06 12:00'))
      const bind = (id: string, account: string) =>
        rows(running, sql`update person set tenant_id = ${HOME}, aad_id = ${account} where id = ${id}`)
      await bind('bea', BEA)
      await bind('ada', CLIENT)
      await rows(
        running,
        sql`update person set tenant_id = 'by-mail', aad_id = id where id in ('wes', 'sam')`,
      )
    },
    async close() {
      await issuer.close()
      await store.close()
    },
  }
}

/** What stands at the end of a link. */
export const codeOf = (path: string | null | undefined): string => (path ?? '').replace(/^.*\/join\//, '')
