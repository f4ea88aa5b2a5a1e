import { describe, expect, it } from 'vitest'

import { readMigrateConfig } from './cloud.ts'
import { readConfig } from './read-config.ts'

const id = (end: string) => `5d0e0000-0000-4000-8000-0000000000${end}`
const production = {
  MODE: 'production',
  PUBLIC_URL: 'https://cases.example.org',
  DATABASE_URL: 'postgresql://evaluation_web@db.example.org/cell?sslmode=verify-full',
  WORKER_DATABASE_URL: 'postgresql://evaluation_worker@db.example.org/cell?sslmode=verify-full',
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

/** Addresses of a database on the way to which somebody else could answer. */
const UNSEEN = [
  'db.example.org/cell',
  'db.example.org/cell?sslmode=disable',
  'db.example.org/cell?sslmode=no-verify',
  'db.example.org/cell?sslmode=require',
  'db.example.org/cell?sslmode=verify-full&sslmode=disable',
  'db.example.org/cell?ssl=true',
  'localhost/cell?host=db.example.org',
]

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
    ['an app by its name', { TEAMS_APP: 'Case Evaluations' }, 'TEAMS_APP is no id'],
    ['metrics that go nowhere', { OTEL_EXPORTER_OTLP_ENDPOINT: 'metrics' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [
      'metrics that anybody on the way reads',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://metrics.example.org' },
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ],
  ])('does not start with %s', (_, wrong, begins) => {
    expect(problems({ ...production, ...wrong })).toEqual([expect.stringContaining(begins)])
  })

  it.each(UNSEEN)('does not start with a database that nobody looks at on the way: %s', (rest) => {
    for (const [name, login] of [
      ['DATABASE_URL', 'evaluation_web'],
      ['WORKER_DATABASE_URL', 'evaluation_worker'],
    ] as const)
      expect(problems({ ...production, [name]: `postgresql://${login}@${rest}` })).toEqual([
        expect.stringMatching(new RegExp(`^${name} .*sslmode=verify-full`)),
      ])
  })

  it.each(['localhost', '127.0.0.1:5432', '[::1]'])('needs no TLS to a database at %s', (host) => {
    expect(problems({ ...production, DATABASE_URL: `postgresql://evaluation_web@${host}/cell` })).toEqual([])
  })

  it('sends metrics over https, or to a collector beside it', () => {
    for (const address of ['https://metrics.example.org/otlp', 'http://localhost:4318'])
      expect(problems({ ...production, OTEL_EXPORTER_OTLP_ENDPOINT: address })).toEqual([])
  })

  it('reads ids in the case in which tokens have them', () => {
    const [upper, lower] = ['5D0EABCD-0000-4000-8000-0000000000FF', '5d0eabcd-0000-4000-8000-0000000000ff']
    const names = ['TENANT_ID', 'CLIENT_ID', 'ORGANISER', 'TEAMS_APP'] as const
    const read = readConfig({ ...production, ...Object.fromEntries(names.map((name) => [name, upper])) })
    expect(read).toMatchObject({
      config: { tenantId: lower, clientId: lower, organiser: lower, teamsApp: lower },
    })
  })

  it('never says what is in a setting that is secret', () => {
    const said = problems({
      ...production,
      DATABASE_URL: 'mysql://x:quokka@db',
      WORKER_DATABASE_URL: 'postgresql://x:quokka@db/cell',
      AUDIT_KEY: 'quokka',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://metrics.example.org/quokka',
    })
    expect(said).toHaveLength(4)
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
    OWNER_DATABASE_URL: 'postgresql://owner@db.example.org/cell?sslmode=verify-full',
    WORKER_DATABASE_URL: production.WORKER_DATABASE_URL,
  }

  it('is done by the owner, and local mode does its own', () => {
    expect(readMigrateConfig(migration)).toMatchObject({ ok: true })
    expect(readMigrateConfig({ ...migration, MODE: 'local' })).toMatchObject({ ok: false })
    expect(readMigrateConfig({ ...migration, OWNER_DATABASE_URL: undefined })).toMatchObject({ ok: false })
  })

  it.each(UNSEEN)('is not done over a line that nobody looks at: %s', (rest) => {
    for (const [name, login] of [
      ['OWNER_DATABASE_URL', 'owner'],
      ['WORKER_DATABASE_URL', 'evaluation_worker'],
    ] as const)
      expect(readMigrateConfig({ ...migration, [name]: `postgresql://${login}@${rest}` })).toEqual({
        ok: false,
        problems: [expect.stringMatching(new RegExp(`^${name} .*sslmode=verify-full`))],
      })
  })

  it('with Entra needs to know who it is', () => {
    const entra = { ...migration, DATABASE_SIGN_IN: 'entra', WORKER_DATABASE_IDENTITY: id('d2') }
    expect(readMigrateConfig({ ...entra, MANAGED_IDENTITY: id('d3') })).toMatchObject({ ok: true })
    for (const identity of [undefined, 'owner'])
      expect(readMigrateConfig({ ...entra, MANAGED_IDENTITY: identity })).toEqual({
        ok: false,
        problems: [expect.stringMatching(/^MANAGED_IDENTITY .*evaluation_owner/)],
      })
  })

  it('names the first business manager as tokens do', () => {
    const named = `5D0EABCD-0000-4000-8000-000000000001/5D0EABCD-0000-4000-8000-0000000000B1/B@c.example/Bea`
    expect(readMigrateConfig({ ...migration, FIRST_BUSINESS_MANAGER: named })).toMatchObject({
      config: {
        firstBusinessManager: {
          tenantId: '5d0eabcd-0000-4000-8000-000000000001',
          aadId: '5d0eabcd-0000-4000-8000-0000000000b1',
        },
      },
    })
  })

  it.each([
    ['FIRST_BUSINESS_MANAGER', 'firstBusinessManager'],
    ['NEXT_BUSINESS_MANAGER', 'nextBusinessManager'],
  ])('takes %s whole, or says how to name them', (setting, key) => {
    const named = `${id('01')}/${id('b1')}/bea@council.example/Bea Officer-Test`
    expect(readMigrateConfig({ ...migration, [setting]: named })).toMatchObject({
      config: { [key]: { name: 'Bea Officer-Test', mail: 'bea@council.example' } },
    })
    expect(readMigrateConfig({ ...migration, [setting]: 'Bea' })).toEqual({
      ok: false,
      problems: [`${setting} has to be tenant id/object id/mail address/name.`],
    })
  })
})
