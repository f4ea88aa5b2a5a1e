import type { Refusal } from '#bot/transport/botbuilder/settings.ts'
import { now } from '#tests/bot/transport/world/channel-issuer.ts'

import { personOf } from './a-bot-door.ts'
import type { BotDoor } from './a-bot-door.ts'

export const OTHER_TENANT = '99999999-0000-4000-8000-000000000009'

const ENTRA = 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0'

type Token = Parameters<BotDoor['issuer']['token']>[0]

/** The header of a token of the channel; what is said changes it. */
export async function bearer(door: BotDoor, more: Partial<Token> = {}): Promise<string> {
  return `Bearer ${await door.issuer.token({ ...door.claims, ...more })}`
}

/**
 * Who may not come in: the status, why, the token, and what it brings. Where that is not said it is Wes's press, good
 * in all else.
 */
export const SHUT: readonly [
  string,
  number,
  Refusal,
  (door: BotDoor) => Promise<string> | string,
  ((door: BotDoor) => unknown)?,
][] = [
  ['no token', 401, 'no-token', () => ''],
  ['a token that is no bearer token', 401, 'foreign-issuer', () => 'Basic d2VzOnNlY3JldA=='],
  ['garbage for a token', 401, 'foreign-issuer', () => 'Bearer a.b.c'],
  ['a token for another bot', 401, 'token-refused', (door) => bearer(door, { appId: 'another-bot' })],
  [
    'a token of another issuer',
    401,
    'foreign-issuer',
    (door) => bearer(door, { issuer: 'https://issuer.example' }),
  ],
  [
    'a token that ran out ten minutes ago',
    401,
    'token-refused',
    (door) => bearer(door, { expiresAt: now() - 600 }),
  ],
  [
    'a token that never runs out',
    401,
    'token-refused',
    async (door) => `Bearer ${await door.issuer.endless(door.claims)}`,
  ],
  [
    'a token for another service URL',
    401,
    'token-refused',
    (door) => bearer(door, { serviceUrl: 'https://smba.example/' }),
  ],
  [
    'a token without a service URL',
    401,
    'token-refused',
    (door) => bearer(door, { more: { serviceurl: undefined } }),
  ],
  [
    'a token by a key for another channel',
    401,
    'token-refused',
    (door) => bearer(door, { kid: 'other-channel' }),
  ],
  [
    'a token by a key for no channel in particular',
    401,
    'token-refused',
    (door) => bearer(door, { kid: 'for-all-channels' }),
  ],
  [
    'a token by a foreign key under a known key id',
    401,
    'token-refused',
    (door) => bearer(door, { foreignKey: true }),
  ],
  [
    'a token that is not signed',
    401,
    'token-refused',
    (door) => `Bearer ${door.issuer.unsigned(door.claims)}`,
  ],
  [
    'a token signed by RS512',
    401,
    'token-refused',
    async (door) => `Bearer ${await door.issuer.signedBy('RS512', door.claims)}`,
  ],
  [
    'a token signed by the published key taken for a secret',
    401,
    'token-refused',
    async (door) => `Bearer ${await door.issuer.signedBy('HS256', door.claims)}`,
  ],
  [
    'a token without a key id',
    401,
    'token-refused',
    async (door) => `Bearer ${await door.issuer.withKeyId(door.claims, undefined)}`,
  ],
  [
    'a token of the emulator, though the bot itself is its subject',
    401,
    'foreign-issuer',
    (door) => bearer(door, { issuer: ENTRA, more: { ver: '2.0', azp: door.claims.appId } }),
  ],
  [
    'a token of another app, as a skill has it',
    401,
    'foreign-issuer',
    (door) => bearer(door, { issuer: ENTRA, more: { ver: '1.0', appid: 'another-app' } }),
  ],
  [
    'a good token and a service URL that is not on the list',
    401,
    'service-url',
    (door) => bearer(door, { serviceUrl: 'https://evil.example/' }),
    (door) => door.done({ serviceUrl: 'https://evil.example/' }),
  ],
  [
    'no service URL',
    400,
    'service-url',
    (door) => bearer(door),
    (door) => door.done({ serviceUrl: undefined }),
  ],
  [
    'another channel',
    401,
    'wrong-channel',
    (door) => bearer(door),
    (door) => door.done({ channelId: 'webchat' }),
  ],
  [
    'somebody of another organisation',
    403,
    'tenant',
    (door) => bearer(door),
    (door) =>
      door.done({
        from: { id: '29:x', aadObjectId: personOf('wes').aad_id },
        conversation: { id: 'a:x', conversationType: 'personal', tenantId: OTHER_TENANT },
        channelData: { tenant: { id: OTHER_TENANT } },
      }),
  ],
  [
    'two organisations in one activity',
    403,
    'tenant',
    (door) => bearer(door),
    (door) => door.done({ channelData: { tenant: { id: OTHER_TENANT } } }),
  ],
  ['a body that is no JSON', 400, 'not-an-activity', (door) => bearer(door), () => '{"type":'],
  ['a list', 400, 'not-an-activity', (door) => bearer(door), (door) => [door.done()]],
  [
    'data nested a hundred thousand deep',
    400,
    'not-an-activity',
    (door) => bearer(door),
    (door) =>
      JSON.stringify(door.done({ value: 'HERE' })).replace(
        '"HERE"',
        '['.repeat(100_000) + ']'.repeat(100_000),
      ),
  ],
]
