import { describe, expect, it } from 'vitest'

import { readMigrateConfig } from '#server/config/cloud.ts'
import { readConfig } from '#server/config/read-config.ts'
import { SETTINGS } from '#server/config/settings.ts'

import { environmentOf } from './bicep/container-policies.ts'
import { readHouse, resourcesOf } from './bicep/house.ts'

const GUID = 'f3b0c8a1-5d2e-4c6a-9b7f-0123456789ab'

/** What Azure, or whoever deploys, puts in the place of a name. */
const FILLED_IN: Readonly<Record<string, string>> = {
  'string(port)': '8080',
  "'https://${hostName}'": 'https://cases.example.org',
  tenantId: GUID,
  clientId: GUID,
  productClientId: GUID,
  ownerClientId: GUID,
  workerClientId: GUID,
  sharePointSite: `council.sharepoint.com,${GUID},${GUID}`,
  organiser: GUID,
  teamsApp: '',
  '(either)': 'no',
  otlpEndpoint: 'https://metrics.example.org',
}

describe('the settings that the cell gives', () => {
  it('let the product start in production', async () => {
    const env = { ...(await settingsOf('Microsoft.App/containerApps')), AUDIT_KEY: 'k'.repeat(48) }
    const read = readConfig(env)
    expect(read.ok ? [] : read.problems).toEqual([])
    expect(read.ok && read.config.mode === 'production' && read.config.host).toBe('0.0.0.0')
    expect(unknown(env, 'production')).toEqual([])
  })

  it('let the migration run, and tell it nothing that it has no business with', async () => {
    const env = await settingsOf('Microsoft.App/jobs')
    const read = readMigrateConfig(env)
    expect(read.ok ? [] : read.problems).toEqual([])
    expect(unknown(env, 'migrate')).toEqual([])
    expect(Object.keys(env)).not.toContain('AUDIT_KEY')
  })

  it('are refused when the way to the database is one on which nobody looks', async () => {
    const env: Readonly<Record<string, string>> = {
      ...(await settingsOf('Microsoft.App/containerApps')),
      AUDIT_KEY: 'k'.repeat(48),
    }
    const names = ['DATABASE_URL', 'WORKER_DATABASE_URL'] as const
    const bare = names.map((name) => [name, env[name]?.replace('verify-full', 'require')])
    const read = readConfig({ ...env, ...(Object.fromEntries(bare) as Record<string, string>) })
    expect(read.ok ? [] : read.problems).toEqual(names.map((name) => expect.stringContaining(name)))
  })

  it('are refused where they belong to the other', async () => {
    const env = { ...(await settingsOf('Microsoft.App/containerApps')), AUDIT_KEY: 'k'.repeat(48) }
    const read = readConfig({
      ...env,
      OWNER_DATABASE_URL: 'postgresql://evaluation_owner@db.example.org/evaluations?sslmode=verify-full',
    })
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining('OWNER_DATABASE_URL')])
  })
})

async function settingsOf(type: string): Promise<Record<string, string>> {
  const [place] = resourcesOf(await readHouse(), type)
  const given = place ? environmentOf(place) : []
  // As the module has it, with its TLS: production looks at that.
  const [, database = ''] = /^var database = '(.*)'$/m.exec(place?.file.text ?? '') ?? []
  const filledIn = (value: string): string =>
    FILLED_IN[value] ??
    value
      .replace(/^'(.*\$\{database\})'$/, '$1')
      .replace('${database}', database)
      .replace('${databaseHost}', 'db.example.org')
      .replace('${databaseName}', 'evaluations')
  return Object.fromEntries(
    given.filter(({ value }) => value !== undefined).map(({ name, value = '' }) => [name, filledIn(value)]),
  )
}

function unknown(env: Readonly<Record<string, string>>, place: (typeof SETTINGS)[number]['in'][number]) {
  const known = SETTINGS.filter(({ in: places }) => places.some((each) => each === place)).map(
    ({ name }) => name,
  )
  return Object.keys(env).filter((name) => !known.some((each) => each === name))
}
