import { describe, expect, it } from 'vitest'

import { readMigrateConfig } from './cloud.ts'
import { readConfig } from './read-config.ts'

const id = (end: string) => `5d0e0000-0000-4000-8000-0000000000${end}`
const production = {
  MODE: 'production',
  PUBLIC_URL: 'https://cases.example.org',
  DATABASE_URL: 'postgresql://evaluation_web@db.example.org/cell',
  WORKER_DATABASE_URL: 'postgresql://evaluation_worker@db.example.org/cell',
  AUDIT_KEY: 'k'.repeat(32),
  TENANT_ID: id('01'),
  CLIENT_ID: id('c1'),
  MANAGED_IDENTITY: id('d1'),
  SHAREPOINT_SITE: `council.sharepoint.com,${id('a1')},${id('a2')}`,
  ORGANISER: id('e1'),
} as const
const rehearsal = {
  ...production,
  MODE: 'rehearsal',
  ENTRA_URL: 'https://localhost:1',
  GRAPH_URL: 'https://localhost:2',
  CONNECTOR_URL: 'https://127.0.0.1:3/connector',
  CHANNEL_METADATA_URL: 'https://localhost:3/openid',
}

const problems = (env: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const read = readConfig(env)
  return read.ok ? [] : read.problems
}

describe('production', () => {
  it('takes its settings, and talks to Microsoft alone', () => {
    const read = readConfig(production)
    expect(read).toMatchObject({
      ok: true,
      config: {
        mode: 'production',
        addresses: { entra: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
      },
    })
  })

  it('is what an image says it is, when nobody says a mode', () => {
    expect(problems({ NODE_ENV: 'production' })).toContain(
      'PUBLIC_URL is missing; it is the address that people open.',
    )
  })

  it.each(['STORY', 'BOT_ANONYMOUS', 'DATA_DIR', 'LEASE_MS', 'QUIET_MS', 'SWEEP_MS'])(
    'does not start with %s, which is of one machine',
    (name) => {
      const sentence = `${name} is for one machine only; production does not start with it. Remove it.`
      expect(problems({ ...production, [name]: '1' })).toEqual([sentence])
    },
  )

  it.each(['ENTRA_URL', 'GRAPH_URL', 'CONNECTOR_URL', 'CHANNEL_METADATA_URL'])(
    'does not start with %s, which is of a rehearsal',
    (name) => {
      expect(problems({ ...production, [name]: 'https://localhost:1' })).toEqual([
        `${name} is for one machine only; production does not start with it. Remove it.`,
      ])
    },
  )

  it.each([
    ['CLIENT_SECRET', /takes no client secret/],
    ['NODE_TLS_REJECT_UNAUTHORIZED', /nobody would check who answers/],
    ['OWNER_DATABASE_URL', /owns the tables has no walls/],
    ['SENDING', /is for the migration/],
    ['FIRST_BUSINESS_MANAGER', /is for the migration/],
  ])('does not start with %s', (name, sentence) => {
    expect(problems({ ...production, [name]: 'x' })).toEqual([expect.stringMatching(sentence)])
  })

  it.each([
    'PUBLIC_URL',
    'DATABASE_URL',
    'WORKER_DATABASE_URL',
    'AUDIT_KEY',
    'TENANT_ID',
    'CLIENT_ID',
    'SHAREPOINT_SITE',
    'ORGANISER',
  ] as const)('does not start without %s, and says what it is', (name) => {
    expect(problems({ ...production, [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is missing; .+\\.$`)),
    ])
  })

  it.each([
    ['an address that is not https', { PUBLIC_URL: 'http://cases.example.org' }, 'PUBLIC_URL'],
    ['an address with a path', { PUBLIC_URL: 'https://example.org/cases' }, 'PUBLIC_URL'],
    ['a database of another kind', { DATABASE_URL: 'mysql://db/cell' }, 'DATABASE_URL'],
    ['one login for both', { WORKER_DATABASE_URL: production.DATABASE_URL }, 'DATABASE_URL and WORKER'],
    ['a key that can be guessed', { AUDIT_KEY: 'short' }, 'AUDIT_KEY'],
    ['a tenant by its name', { TENANT_ID: 'council.example.org' }, 'TENANT_ID'],
    ['no proof of itself', { MANAGED_IDENTITY: undefined }, 'Set CERTIFICATE_FILE or MANAGED_IDENTITY'],
    [
      'two proofs of itself',
      { CERTIFICATE_FILE: '/run/app.pem' },
      'Set CERTIFICATE_FILE or MANAGED_IDENTITY',
    ],
    [
      'a site by its address',
      { SHAREPOINT_SITE: 'https://council.sharepoint.com/sites/x' },
      'SHAREPOINT_SITE',
    ],
    ['a mailbox by its address', { ORGANISER: 'panel@council.example' }, 'ORGANISER'],
  ])('does not start with %s', (_, wrong, begins) => {
    expect(problems({ ...production, ...wrong })).toEqual([expect.stringContaining(begins)])
  })

  it('never says what is in a setting that is secret', () => {
    const said = problems({ ...production, DATABASE_URL: 'mysql://x:quokka@db', AUDIT_KEY: 'quokka' })
    expect(said).toHaveLength(2)
    expect(said.join(' ')).not.toContain('quokka')
  })
})

describe('a rehearsal', () => {
  it('is the same against stand-ins on this machine', () => {
    expect(problems(rehearsal)).toEqual([])
  })

  it('talks to nothing that is not on this machine', () => {
    expect(problems({ ...rehearsal, GRAPH_URL: 'https://graph.microsoft.com' })).toEqual([
      'GRAPH_URL is not on this machine; a rehearsal talks to stand-ins on localhost alone.',
    ])
  })
})

describe('the migration', () => {
  const migration = {
    MODE: 'production',
    OWNER_DATABASE_URL: 'postgresql://owner@db.example.org/cell',
    WORKER_DATABASE_URL: production.WORKER_DATABASE_URL,
  }

  it('is done by the owner, and local mode does its own', () => {
    expect(readMigrateConfig(migration)).toMatchObject({ ok: true })
    expect(readMigrateConfig({ ...migration, MODE: 'local' })).toMatchObject({ ok: false })
    expect(readMigrateConfig({ ...migration, OWNER_DATABASE_URL: undefined })).toMatchObject({ ok: false })
  })

  it('takes the first business manager whole, or says how to name them', () => {
    const named = `${id('01')}/${id('b1')}/bea@council.example/Bea Officer-Test`
    expect(readMigrateConfig({ ...migration, FIRST_BUSINESS_MANAGER: named })).toMatchObject({
      config: { firstBusinessManager: { name: 'Bea Officer-Test', mail: 'bea@council.example' } },
    })
    expect(readMigrateConfig({ ...migration, FIRST_BUSINESS_MANAGER: 'Bea' })).toMatchObject({ ok: false })
  })
})
