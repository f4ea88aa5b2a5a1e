import { randomUUID } from 'node:crypto'

import { afterEach, describe, expect, it } from 'vitest'

import type { OutsideCall } from '#core/measure.ts'
import { tokenSource } from '#graph/tokens/token-source.ts'
import type { Proof } from '#graph/tokens/token-source.ts'
import { startWorld, tenantId, userAadId } from '#tests/bot/transport/world/world.ts'
import type { World } from '#tests/bot/transport/world/world.ts'
import { freePort } from '#tests/fixtures/a-server.ts'

import { anAppCertificate } from './certificates.ts'
import { anEntra, CONNECTOR_AUDIENCE } from './entra.ts'
import type { Entra } from './entra.ts'

const IDENTITY = 'the managed identity'

let entra: Entra
let world: World
let calls: OutsideCall[]
afterEach(() => Promise.all([entra.close(), world.close()]))

/** The bot with tokens from Entra, between the connector and Entra as stand-ins. */
async function aBot(proof: (entra: Entra, certificate: ReturnType<typeof anAppCertificate>) => Proof) {
  const appId = randomUUID()
  const certificate = anAppCertificate()
  calls = []
  const port = await freePort()
  const issuer = `https://localhost:${port}/${tenantId}/v2.0`
  entra = await anEntra({
    tenantId,
    port,
    apps: [
      {
        clientId: appId,
        certificates: [certificate.cert],
        federated: [{ issuer, subject: IDENTITY }],
        roles: [],
        scopes: [],
      },
    ],
  })
  const tokens = tokenSource({
    authority: entra.authority,
    tenantId,
    clientId: appId,
    proof: proof(entra, certificate),
    deadlineMs: 1000,
    measure: (call) => calls.push(call),
  })
  world = await startWorld({ appId, deadlineMs: 3000, outgoing: { kind: 'entra', application: tokens.msal } })
}

const byCertificate = (
  _: Entra,
  { key, cert, thumbprintSha256 }: ReturnType<typeof anAppCertificate>,
): Proof => ({
  kind: 'certificate',
  privateKey: key,
  x5c: cert,
  thumbprintSha256,
})
const send = () => world.transport.send(world.address, { text: 'Hello.', summary: 'Hello' })
const shown = () => (world.connector.calls[0]?.authorization ?? '').replace('Bearer ', '')

describe('the bot’s token to the connector', () => {
  it('is Entra’s, for the connector, proved by our certificate, and is fetched once for all calls', async () => {
    await aBot(byCertificate)
    expect(await send()).toMatchObject({ ok: true })
    expect(await send()).toMatchObject({ ok: true })
    const { serviceUrl } = world.connector
    expect(await world.transport.openPersonal({ tenantId, userAadId, serviceUrl })).toMatchObject({
      ok: true,
    })
    expect(await entra.read(shown(), CONNECTOR_AUDIENCE)).toMatchObject({ appid: world.appId, tid: tenantId })
    expect(new Set(world.connector.calls.map(({ authorization }) => authorization)).size).toBe(1)
    expect(entra.calls.filter(({ grant }) => grant === 'client_credentials')).toHaveLength(1)
    expect(calls).toEqual([{ service: 'entra', route: 'token', status: 200 }])
  })

  it('is as good when the managed identity proves us', async () => {
    await aBot((given) => ({ kind: 'federated', assertion: () => given.identityToken(IDENTITY) }))
    expect(await send()).toMatchObject({ ok: true })
    expect(await entra.read(shown(), CONNECTOR_AUDIENCE)).toMatchObject({ appid: world.appId })
  })

  it.each([
    ['Entra is broken', () => entra.fail({ kind: 'status', status: 500 }, 3), 500],
    ['Entra asks for silence', () => entra.fail({ kind: 'status', status: 429, retryAfter: 30 }, 3), 429],
    ['Entra says nothing', () => entra.fail({ kind: 'hang' }, 3), undefined],
  ])('is missing when %s: nothing was sent, and the metrics know', async (_, breakIt, status) => {
    await aBot(byCertificate)
    breakIt()
    expect(await send()).toEqual({ ok: false, kind: 'transient' })
    expect(world.connector.calls).toEqual([])
    expect(calls[0]).toEqual({ service: 'entra', route: 'token', status })
  })

  it('is missing when there is no managed identity: the same', async () => {
    await aBot(() => ({ kind: 'federated', assertion: () => Promise.reject(new Error('no identity here')) }))
    expect(await send()).toEqual({ ok: false, kind: 'transient' })
    expect(calls[0]).toEqual({ service: 'entra', route: 'token', status: undefined })
  })
})
