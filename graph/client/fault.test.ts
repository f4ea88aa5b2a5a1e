import { describe, expect, it } from 'vitest'

import { faultOf, faultOfSilence, retryAfterOf, silenceOf } from './fault.ts'
import { at, queryOf, withoutIds } from './path.ts'

const reply = (status: number, code?: string, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
  text: code === undefined ? '' : JSON.stringify({ error: { code, message: 'Wren Test lives here' } }),
})

describe('what an answer says against a call', () => {
  it.each([
    [401, 'InvalidAuthenticationToken', 'signed-out'],
    [403, 'accessDenied', 'not-allowed'],
    [403, 'Authorization_RequestDenied', 'consent-missing'],
    [403, 'quotaLimitReached', 'no-room'],
    [404, 'itemNotFound', 'not-there'],
    [409, 'nameAlreadyExists', 'exists'],
    [409, 'resourceModified', 'changed'],
    [412, 'preconditionFailed', 'changed'],
    [423, 'resourceLocked', 'locked'],
    [429, undefined, 'throttled'],
    [507, 'insufficientStorage', 'no-room'],
    [400, 'BadRequest', 'refused'],
    [302, undefined, 'refused'],
  ])('%i %s is %s, whether said twice or not', (status, code, reason) => {
    expect(faultOf(reply(status, code), true, 0)).toMatchObject({ reason, status })
    expect(faultOf(reply(status, code), false, 0)).toMatchObject({ reason })
  })

  it.each([
    [500, 'not-reachable'],
    [502, 'not-reachable'],
    [503, 'throttled'],
    [504, 'not-reachable'],
  ])('after %i a safe call is %s, any other is in doubt', (status, reason) => {
    expect(faultOf(reply(status), true, 0)?.reason).toBe(reason)
    expect(faultOf(reply(status), false, 0)?.reason).toBe('in-doubt')
  })

  it('the message stays out: it can name people', () => {
    expect(JSON.stringify(faultOf(reply(403, 'accessDenied'), true, 0))).not.toContain('Wren')
  })

  it('a token that was revoked early says what the next one has to hold', () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
    const header = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
    expect(faultOf(reply(401, undefined, { 'www-authenticate': header }), true, 0)).toMatchObject({
      reason: 'signed-out',
      claims,
    })
  })

  it('Retry-After is seconds or a date', () => {
    expect(retryAfterOf(new Headers({ 'retry-after': '7' }), 0)).toBe(7000)
    const date = new Headers({ 'retry-after': new Date(9000).toUTCString() })
    expect(retryAfterOf(date, 4000)).toBe(5000)
    expect(retryAfterOf(new Headers(), 0)).toBeUndefined()
  })
})

describe('nobody answered', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT', 'SELF_SIGNED_CERT_IN_CHAIN'])(
    '%s: nothing was sent, so nothing is in doubt',
    (code) => {
      expect(silenceOf(thrown(code))).toEqual({ wasSent: false })
      expect(faultOfSilence({ wasSent: false }, false).reason).toBe('not-reachable')
    },
  )

  it.each(['ECONNRESET', 'UND_ERR_SOCKET'])('%s: it may have taken effect', (code) => {
    expect(silenceOf(thrown(code))).toEqual({ wasSent: true })
    expect(faultOfSilence({ wasSent: true }, false).reason).toBe('in-doubt')
    expect(faultOfSilence({ wasSent: true }, true).reason).toBe('not-reachable')
  })

  it('a deadline: it may have taken effect', () => {
    expect(silenceOf(new DOMException('too late', 'TimeoutError'))).toEqual({ wasSent: true })
  })
})

describe('a path', () => {
  it('encodes every value by itself', () => {
    expect(at`/drives/${'d'}/root:/${'Case A#1/x?y'}:/content`).toBe(
      '/drives/d/root:/Case%20A%231%2Fx%3Fy:/content',
    )
  })

  it.each(['', '.', '..'])('never leads elsewhere for the value %j', (value) => {
    expect(() => at`/users/${value}/events`).toThrow(TypeError)
  })

  it.each([
    ['/users/sam/events/abc', '/users/{}/events/{}'],
    ['/drives/d/root:/report:/content', '/drives/{}/root:/{}:/content'],
    ['/users', '/users'],
  ])('%s is %s in a log, whatever an id looks like', (path, shown) => {
    expect(withoutIds(path)).toBe(shown)
  })

  it('takes each option of a query as one value', () => {
    expect(queryOf({ $filter: "JoinWebUrl eq 'https://x/?a=1&b=2'" })).toBe(
      "?$filter=JoinWebUrl%20eq%20'https%3A%2F%2Fx%2F%3Fa%3D1%26b%3D2'",
    )
    expect(queryOf(undefined)).toBe('')
  })
})

function thrown(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) })
}
