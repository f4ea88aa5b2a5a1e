import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'

import { GRAPH_USES } from '#graph/permissions.ts'
import { API_SCOPE, appIdUri, consented, letIn } from '#scripts/setup-tenant/grants.ts'
import { TEAMS_CLIENTS } from '#server/entra/entra-sign-in.ts'
import { anApp, packageSettings } from '#tests/fixtures/a-package.ts'

import {
  CHAT_PERMISSIONS,
  GRAPH_ID,
  GRAPH_PERMISSION_IDS,
  TEAMS_CLIENT_IDS,
} from '../manifest/permissions.ts'
import { valuesIn } from '../manifest/settings.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const entra = z.object({
  signInAudience: z.string(),
  identifierUris: z.array(z.string()),
  api: z.object({
    requestedAccessTokenVersion: z.number(),
    oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string(), isEnabled: z.boolean() })),
    preAuthorizedApplications: z.array(
      z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }),
    ),
  }),
  spa: z.object({ redirectUris: z.array(z.string()) }),
  web: z.unknown(),
  isFallbackPublicClient: z.boolean(),
  passwordCredentials: z.array(z.unknown()),
  optionalClaims: z.object({ accessToken: z.array(z.object({ name: z.string() })) }),
  requiredResourceAccess: z.array(
    z.object({
      resourceAppId: z.string(),
      resourceAccess: z.array(z.object({ id: z.string(), type: z.string() })),
    }),
  ),
})

const MADE_BY_PACKAGE = ['manifest', 'appPackage'].map(
  (name) => `./manifest/build/${name}.\${{TEAMSFX_ENV}}.${name === 'manifest' ? 'json' : 'zip'}`,
)

const step = z.strictObject({
  uses: z.string(),
  name: z.optional(z.string()),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.optional(z.record(z.string(), z.string())),
})
type Step = z.infer<typeof step>

const text = read('m365agents.yml')
const project = z
  .strictObject({
    version: z.string(),
    environmentFolderPath: z.string(),
    provision: z.array(step),
    publish: z.array(step),
  })
  .parse(parse(text))
const settings = valuesIn(read('env/.env.dev'))

/** The actions of version 1.11 that are used, each with what it cannot do without. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'teamsApp/create': ['name'],
  'aadApp/create': ['name', 'generateClientSecret', 'signInAudience'],
  'aadApp/update': ['manifestPath', 'outputFilePath'],
  script: ['run'],
  'teamsApp/validateManifest': ['manifestPath'],
  'teamsApp/validateAppPackage': ['appPackagePath'],
  'teamsApp/update': ['appPackagePath'],
  'teamsApp/publishAppPackage': ['appPackagePath'],
}

describe('the Agents Toolkit project', () => {
  const lifecycles: readonly (readonly [string, readonly Step[]])[] = [
    ['provision', project.provision],
    ['publish', project.publish],
  ]

  it('is of version 1.11, which an older toolkit reads too', () => {
    expect(project.version).toBe('v1.11')
    expect(text.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=https://aka.ms/m365-agents-toolkits/v1.11/yaml.schema.json',
    )
    expect(existsSync(join(root, project.environmentFolderPath))).toBe(true)
  })

  it.each(lifecycles)('%s has only actions that there are, with what they need', (_, steps) => {
    for (const each of steps)
      expect(Object.keys(each.with)).toEqual(expect.arrayContaining([...(ACTIONS[each.uses] ?? ['?'])]))
  })

  it.each(lifecycles)('%s names files that are here, or that it makes before', (_, steps) => {
    const made = new Set<string>()
    for (const each of steps) {
      if (each.uses === 'script') for (const file of MADE_BY_PACKAGE) made.add(file)
      const missing = pathsIn(each.with).filter((path) => !existsSync(join(root, path)) && !made.has(path))
      expect(missing).toEqual([])
    }
  })

  it('makes things in the order in which they need each other', () => {
    const order = project.provision.map(({ uses }) => uses)
    expect(order).toEqual([
      'teamsApp/create',
      'aadApp/create',
      'aadApp/update',
      'script',
      'teamsApp/validateManifest',
      'teamsApp/validateAppPackage',
      'teamsApp/update',
    ])
  })

  // A toolkit that half makes Azure ends in a product that does not run: install.md does that, whole.
  it('makes nothing in Azure', () => {
    expect(text).not.toMatch(/arm\/|azureAppService|azureFunctions|infra\//)
    expect(Object.keys(settings).filter((name) => /^(?:CELL|AZURE)_/.test(name))).toEqual([])
  })

  it('runs npm scripts that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    const runs = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(runs.length).toBeGreaterThan(0)
    expect(runs.filter((name) => !(name in scripts))).toEqual([])
  })

  it('makes no secret, and has no place for one', () => {
    const [registration] = project.provision.filter(({ uses }) => uses === 'aadApp/create')
    expect(registration?.with).toMatchObject({ generateClientSecret: false, signInAudience: 'AzureADMyOrg' })
    const names = [
      ...Object.keys(settings),
      ...placeholdersIn(text),
      ...placeholdersIn(read('aad.manifest.json')),
    ]
    expect(names.filter((name) => /SECRET|PASSWORD|TOKEN|CONNECTION_STRING|(^|_)KEY$/.test(name))).toEqual([])
  })

  it.each(['m365agents.yml', 'aad.manifest.json'])('finds a setting for every placeholder of %s', (file) => {
    const names = placeholdersIn(read(file))
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !(name in settings))).toEqual([])
  })

  it('has no setting that nothing reads', () => {
    const readers = ['m365agents.yml', 'aad.manifest.json', 'manifest/settings.ts']
    const written = [...project.provision, ...project.publish].flatMap((each) =>
      Object.values(each.writeToEnvironmentFile ?? {}),
    )
    const known = [...readers.map((file) => read(file)), ...written].join('\n')
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([])
  })
})

describe('the registration in Entra', () => {
  const values = {
    ...settings,
    APP_HOSTNAME: packageSettings.domain,
    APP_CLIENT_ID: packageSettings.clientId,
    AAD_APP_ACCESS_AS_USER_PERMISSION_ID: 'the-scope',
  }
  const registration = entra.parse(
    JSON.parse(
      read('aad.manifest.json').replaceAll(
        /\$\{\{(\w+)\}\}/g,
        (_, name: string) => values[name as 'APP_HOSTNAME'] ?? '',
      ),
    ),
  )

  it('is for the one organisation, with tokens of version 2 and one scope', () => {
    expect(registration.signInAudience).toBe('AzureADMyOrg')
    expect(registration.api.requestedAccessTokenVersion).toBe(2)
    expect(registration.api.oauth2PermissionScopes).toEqual([
      expect.objectContaining({ id: 'the-scope', value: API_SCOPE, isEnabled: true }),
    ])
  })

  it('lets Teams itself ask for that scope, and a browser that signs in as the application, and nobody else', () => {
    expect(registration.api.preAuthorizedApplications).toEqual(
      letIn(packageSettings.clientId).map((appId) => ({ appId, delegatedPermissionIds: ['the-scope'] })),
    )
    expect(TEAMS_CLIENTS).toEqual(TEAMS_CLIENT_IDS)
  })

  it('has the address that the app package and the set-up name', () => {
    const uri = appIdUri(`https://${packageSettings.domain}`, packageSettings.clientId)
    expect(registration.identifierUris).toEqual([uri])
    expect(anApp().webApplicationInfo).toEqual({ id: packageSettings.clientId, resource: uri })
  })

  it('signs in on the tab’s own page, without a secret and without tokens in addresses', () => {
    const signIn = /signIn: '(\/[\w-]+)'/.exec(read('tab/routes.ts'))?.[1]
    expect(registration.spa.redirectUris).toEqual([`https://${packageSettings.domain}${signIn}`])
    expect(registration.web).toEqual({
      redirectUris: [],
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    })
    expect([registration.passwordCredentials, registration.isFallbackPublicClient]).toEqual([[], false])
  })

  it('asks Entra to say who is a guest, and which tokens are an app’s', () => {
    expect(registration.optionalClaims.accessToken.map(({ name }) => name)).toEqual(['acct', 'idtyp'])
  })

  it('asks for the permissions that the set-up explains, by their ids', () => {
    const kinds = { delegated: 'Scope', application: 'Role' } as const
    const wanted = (['delegated', 'application'] as const).flatMap((kind) =>
      consented(kind).map((name) => `${GRAPH_PERMISSION_IDS[kind][name]} ${kinds[kind]}`),
    )
    const [graph] = registration.requiredResourceAccess
    expect(registration.requiredResourceAccess.map(({ resourceAppId }) => resourceAppId)).toEqual([GRAPH_ID])
    expect(graph?.resourceAccess.map(({ id, type }) => `${id} ${type}`).toSorted()).toEqual(wanted.toSorted())
  })

  it('asks for all that is called, and what a chat grants is asked for there', () => {
    const asked = [...consented('delegated'), ...consented('application')]
    const called = GRAPH_USES.filter(({ by }) => by === 'entra').map(({ permission }) => permission)
    expect([...new Set(called)].filter((name) => !asked.includes(name))).toEqual([])
    expect(asked.filter((name) => CHAT_PERMISSIONS.some((each) => each.name === name))).toEqual([])
  })
})

/** The names within `${{…}}`, each once. */
function placeholdersIn(file: string): readonly string[] {
  return [...new Set([...file.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name))]
}

/** Every path that a step reads; what it writes is its own. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'outputFilePath' ? [] : pathsIn(inner)))
}
