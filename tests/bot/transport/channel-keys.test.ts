import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { channelKeys, type ChannelKeys } from '#bot/transport/botbuilder/channel-keys.ts'

import { startIssuer } from './world/channel-issuer.ts'
import { listen } from './world/http-server.ts'

const HOUR = 3_600_000

let issuer: Awaited<ReturnType<typeof startIssuer>>
let clock: number
let keys: ChannelKeys
beforeEach(async () => {
  issuer = await startIssuer()
  clock = Date.parse('2026-11-21T09:00:00Z')
  keys = channelKeys(issuer.openIdMetadataUrl, 2000, () => clock)
})
afterEach(() => issuer.close())

const isKnown = async (kid: unknown) => (await keys.getKey(kid)) !== null

describe('the keys of the channel', () => {
  it('are fetched once for all who ask, and again after a day', async () => {
    await Promise.all(Array.from({ length: 30 }, () => isKnown('teams')))
    clock += 23 * HOUR
    expect(await isKnown('teams')).toBe(true)
    expect(issuer.fetches()).toBe(1)
    clock += HOUR
    expect(await isKnown('teams')).toBe(true)
    expect(issuer.fetches()).toBe(2)
  })

  it('are those that are endorsed for Teams: not another channel’s, not one for any', async () => {
    const found = await Promise.all(
      ['teams', 'other-channel', 'for-all-channels', 'none', undefined, 7].map(isKnown),
    )
    expect(found).toEqual([true, false, false, false, false, false])
  })

  it('are known half a minute after they are new; botbuilder’s own store takes an hour', async () => {
    expect(await isKnown('teams')).toBe(true)
    await issuer.rollOver()
    clock += 10_000
    expect(await isKnown('next')).toBe(false)
    clock += 20_000
    expect(await isKnown('next')).toBe(true)
    expect(issuer.fetches()).toBe(2)
  })

  it('that are taken back are refused from the next look on', async () => {
    expect(await isKnown('teams')).toBe(true)
    await issuer.rollOver()
    clock += 24 * HOUR
    expect(await isKnown('teams')).toBe(false)
  })

  it('are asked for twice a minute at most, however many are invented', async () => {
    for (let n = 0; n < 600; n += 1) {
      clock += 100
      expect(await isKnown(`invented-${n}`)).toBe(false)
    }
    expect(issuer.fetches()).toBeLessThanOrEqual(2)
    expect(await isKnown('teams')).toBe(true)
  })

  it('are believed for a day more while they cannot be had, then no longer', async () => {
    expect(await isKnown('teams')).toBe(true)
    issuer.goAway(true)
    clock += 47 * HOUR
    expect(await isKnown('teams')).toBe(true)
    clock += HOUR
    expect(await isKnown('teams')).toBe(false)
    issuer.goAway(false)
    clock += 30_000
    expect(await isKnown('teams')).toBe(true)
  })

  it('are not fetched from where a redirect leads', async () => {
    const elsewhere = await listen((_, response) => {
      response.writeHead(302, { location: issuer.openIdMetadataUrl }).end()
    })
    const led = channelKeys(`${elsewhere.origin}/openid`, 2000, () => clock)
    expect(await led.getKey('teams')).toBeNull()
    expect(issuer.fetches()).toBe(0)
    await elsewhere.close()
  })
})
