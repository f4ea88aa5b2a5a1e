import { containerPolicies } from './container-policies.ts'
import { resourcesOf } from './house.ts'
import type { House, Place } from './house.ts'
import { textsUnder, under, walk } from './tree.ts'
import type { Resource, Value } from './tree.ts'

/** A rule that every version of the cell keeps; what breaks it is named with file and line. */
export type Policy = { readonly name: string; faults(house: House): readonly string[] }

/** Why a door may stand open to the internet. */
const OPEN_TO_THE_INTERNET: Readonly<Record<string, string>> = {
  'Microsoft.App/managedEnvironments': 'people and Teams come in here',
  'Microsoft.BotService/botServices': 'Teams is not in our network',
  'Microsoft.ContainerRegistry/registries': 'a pipeline pushes; images hold no secret',
}

/** The only rights that are given out, each on one resource. */
const ROLES: Readonly<Record<string, string>> = {
  '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d': 'AcrPull',
}

const WATCHED = [
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.KeyVault/vaults',
  'Microsoft.App/managedEnvironments',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.BotService/botServices',
]

/** A failed statement carries what somebody typed into the server's log unless these say no. */
const QUIET = {
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  require_secure_transport: 'on',
}

export const policies: readonly Policy[] = [
  {
    name: 'resources are in the United Kingdom, or have no place',
    faults: (house) => [
      ...[...house.values()]
        .flatMap((file) =>
          file.params.filter((param) => param.name === 'location' && param.value !== undefined),
        )
        .filter(({ value }) => value?.kind !== 'text' || value.text !== 'uksouth')
        .map(({ line }) => `azure.bicep:${line}: location is not uksouth`),
      ...values(house, undefined, ['location'])
        .filter(({ text }) => text !== 'location' && text !== 'global')
        .map(({ at, text }) => `${at} is in ${text}`),
    ],
  },
  {
    name: 'what is secret is handed over as a secret, and never handed back',
    faults: (house) =>
      [...house.values()].flatMap((file) => [
        ...file.params
          .filter(({ name }) => /(key|secret|password|token)$/i.test(name))
          .filter(({ decorators }) => !decorators.includes('secure()'))
          .map(({ name, line }) => `${file.path}:${line}: ${name} is not @secure()`),
        ...file.outputs
          .filter(
            ({ name, value }) =>
              /key$|secret|password/i.test(name) || mentions(value, secretsOf(file.params)),
          )
          .map(({ name, line }) => `${file.path}:${line}: ${name} hands a secret back`),
      ]),
  },
  {
    name: 'nothing is reached with a shared key or a password',
    faults: (house) =>
      [...house.values()].flatMap((file) =>
        [
          ...file.text.matchAll(
            /\blist[A-Z]\w*\(|sharedKey|administratorLogin|passwordSecretRef|connectionString|InstrumentationKey/gi,
          ),
        ].map(([word, ...rest]) => `${file.path}: ${word}${rest.join('')}`),
      ),
  },
  {
    name: 'the doors of services that have a sign-in with a key are shut',
    faults: (house) => [
      ...expected(
        house,
        'Microsoft.ContainerRegistry/registries',
        ['properties', 'adminUserEnabled'],
        'false',
      ),
      ...expected(
        house,
        'Microsoft.ContainerRegistry/registries',
        ['properties', 'anonymousPullEnabled'],
        'false',
      ),
      ...expected(house, 'Microsoft.BotService/botServices', ['properties', 'disableLocalAuth'], 'true'),
      ...expected(
        house,
        'Microsoft.OperationalInsights/workspaces',
        ['properties', 'features', 'disableLocalAuth'],
        'true',
      ),
      ...expected(house, 'Microsoft.Insights/components', ['properties', 'DisableLocalAuth'], 'true'),
    ],
  },
  {
    name: 'the database takes Entra tokens alone, from inside the network alone',
    faults: (house) => [
      ...expected(house, POSTGRES, ['properties', 'authConfig', 'passwordAuth'], 'Disabled'),
      ...expected(house, POSTGRES, ['properties', 'authConfig', 'activeDirectoryAuth'], 'Enabled'),
      ...expected(house, POSTGRES, ['properties', 'network', 'publicNetworkAccess'], 'Disabled'),
      ...expected(house, POSTGRES, ['properties', 'network', 'delegatedSubnetResourceId'], 'subnetId'),
      ...resourcesOf(house, `${POSTGRES}/firewallRules`).map((each) => `${at(each)} opens the database`),
      ...resourcesOf(house, `${POSTGRES}/administrators`)
        .filter(({ file, it }) => !textsUnder(file, it.body, 'properties', 'principalType').includes('Group'))
        .map((each) => `${at(each)} is one person or program; administrators are a group`),
    ],
  },
  {
    name: 'the database writes no personal data into its log',
    faults: (house) => {
      const [server] = resourcesOf(house, POSTGRES)
      const list = server?.file.vars.find(({ name }) => name === 'quietLog')?.value
      const names = server ? textsUnder(server.file, list, '*', 'name') : []
      const said = server ? textsUnder(server.file, list, '*', 'value') : []
      return Object.entries(QUIET)
        .filter(([name, value]) => said[names.indexOf(name)] !== value)
        .map(([name, value]) => `modules/postgres.bicep: ${name} is not ${value}`)
    },
  },
  {
    name: 'the vault is reached from inside the network, by role, and loses nothing',
    faults: (house) => [
      ...expected(house, VAULT, ['properties', 'publicNetworkAccess'], 'Disabled'),
      ...expected(house, VAULT, ['properties', 'networkAcls', 'defaultAction'], 'Deny'),
      ...expected(house, VAULT, ['properties', 'enableRbacAuthorization'], 'true'),
      ...expected(house, VAULT, ['properties', 'enablePurgeProtection'], 'true'),
      ...values(house, VAULT, ['properties', 'accessPolicies']).map(
        (each) => `${each.at} has access policies`,
      ),
      ...resourcesOf(house, VAULT)
        .filter(() => resourcesOf(house, 'Microsoft.Network/privateEndpoints').length === 0)
        .map((each) => `${at(each)} has no private endpoint`),
    ],
  },
  {
    name: 'nothing is open to the internet but what has to be',
    faults: (house) =>
      values(house, undefined, ['properties', 'publicNetworkAccess'])
        .filter(({ text, place }) => text !== 'Disabled' && !(kindOf(place.it) in OPEN_TO_THE_INTERNET))
        .map((each) => `${each.at} is open to the internet`),
  },
  {
    name: 'rights are few, and each is on one resource',
    faults: (house) =>
      resourcesOf(house, 'Microsoft.Authorization/roleAssignments').flatMap((each) => [
        ...(under(each.file, each.it.body, 'scope').length === 0 ? [`${at(each)} has no scope`] : []),
        ...[...each.file.text.matchAll(/'([0-9a-f]{8}-[0-9a-f-]{27})'/g)]
          .filter(([, role = '']) => !(role in ROLES))
          .map(([, role]) => `${at(each)} gives ${role}`),
      ]),
  },
  {
    name: 'everything that holds or passes data reports to the workspace',
    faults: (house) =>
      WATCHED.flatMap((type) =>
        resourcesOf(house, type)
          .filter(({ file, it }) => !scopesOfReports(house, file.path).includes(it.name))
          .map((each) => `${at(each)} has no diagnostic setting`),
      ),
  },
  {
    name: 'the bot is of one tenant and not of a free tier',
    faults: (house) => [
      ...expected(house, 'Microsoft.BotService/botServices', ['properties', 'msaAppType'], 'SingleTenant'),
      ...expected(house, 'Microsoft.BotService/botServices', ['sku', 'name'], 'S1'),
    ],
  },
  {
    name: 'production survives the loss of a zone, and keeps its backups for as long as can be',
    faults: (house) => {
      const sizes = house.get('envs/prod.bicepparam')
      const wanted = {
        environment: 'prod',
        zoneRedundant: 'true',
        databaseTier: 'GeneralPurpose',
        databaseHighAvailability: 'ZoneRedundant',
        databaseGeoBackup: 'Enabled',
        databaseBackupDays: '35',
      }
      return Object.entries(wanted)
        .filter(([name, value]) => {
          const said = sizes?.vars.find((each) => each.name === name)?.value
          return !sizes || !textsUnder(sizes, said).includes(value)
        })
        .map(([name, value]) => `envs/prod.bicepparam: ${name} is not ${value}`)
    },
  },
  {
    name: 'every resource that can says which cell it belongs to',
    faults: (house) =>
      resourcesOf(house)
        .filter(({ it }) => !it.isExisting && it.type.split('@')[0]?.split('/').length === 2)
        .filter(({ it }) => !/roleAssignments|diagnosticSettings/.test(it.type))
        .filter(({ file, it }) => under(file, it.body, 'tags').length === 0)
        .map((each) => `${at(each)} has no tags`),
  },
  ...containerPolicies,
]

const POSTGRES = 'Microsoft.DBforPostgreSQL/flexibleServers'
const VAULT = 'Microsoft.KeyVault/vaults'

export function at({ file, it }: Place<Resource>): string {
  return `${file.path}:${it.line}: ${it.name}`
}

/** Each value under a path, of all resources of a type, as text. */
export function values(house: House, type: string | undefined, path: readonly string[]) {
  return resourcesOf(house, type).flatMap((place) =>
    textsUnder(place.file, place.it.body, ...path).map((text) => ({ place, at: at(place), text })),
  )
}

/** There is such a resource, and each says just this. */
export function expected(
  house: House,
  type: string,
  path: readonly string[],
  wanted: string,
): readonly string[] {
  const places = resourcesOf(house, type)
  if (places.length === 0) return [`there is no ${type}`]
  return places
    .filter(({ file, it }) => textsUnder(file, it.body, ...path).join() !== wanted)
    .map((place) => `${at(place)}: ${path.at(-1)} is not ${wanted}`)
}

function kindOf({ type }: Resource): string {
  return type.split('@')[0] ?? ''
}

function secretsOf(params: readonly { readonly name: string; readonly decorators: readonly string[] }[]) {
  return params.filter(({ decorators }) => decorators.includes('secure()')).map(({ name }) => name)
}

function mentions(value: Value, names: readonly string[]): boolean {
  if (value.kind !== 'expression') return false
  let found = false
  walk(value.node, (node) => void (found ||= node.type === 'identifier' && names.includes(node.text)))
  return found
}

function scopesOfReports(house: House, path: string): readonly string[] {
  return resourcesOf(house, 'Microsoft.Insights/diagnosticSettings')
    .filter(({ file }) => file.path === path)
    .flatMap(({ file, it }) => textsUnder(file, it.body, 'scope'))
}
