import { resourcesOf } from './house.ts'
import type { House, Place } from './house.ts'
import type { Policy } from './policies.ts'
import { textsUnder, under } from './tree.ts'
import type { Resource } from './tree.ts'

const APP = 'Microsoft.App/containerApps'
const JOB = 'Microsoft.App/jobs'
const CONTAINER = ['properties', 'template', 'containers', '*'] as const

/** How the product runs: encrypted, watched, twice, and never as the owner of its tables. */
export const containerPolicies: readonly Policy[] = [
  {
    name: 'people come in by https alone, over one door',
    faults: (house) => [
      ...said(house, APP, ['properties', 'configuration', 'ingress', 'allowInsecure'], 'false'),
      ...said(house, APP, ['properties', 'configuration', 'ingress', 'external'], 'true'),
      ...said(
        house,
        'Microsoft.App/managedEnvironments',
        ['properties', 'peerTrafficConfiguration', 'encryption', 'enabled'],
        'true',
      ),
    ],
  },
  {
    name: 'a version can be looked at before it serves, and two processes serve',
    faults: (house) => {
      const least = house.get('azure.bicep')?.params.find(({ name }) => name === 'minReplicas')
      return [
        ...said(house, APP, ['properties', 'configuration', 'activeRevisionsMode'], 'Multiple'),
        ...said(house, APP, ['properties', 'template', 'scale', 'minReplicas'], 'minReplicas'),
        ...(least?.decorators.includes('minValue(2)') ? [] : ['azure.bicep: minReplicas may be below 2']),
      ]
    },
  },
  {
    name: 'a process is asked whether it lives and whether it is ready, and has time to end',
    faults: (house) => [
      ...said(house, APP, [...CONTAINER, 'probes', '*', 'type'], 'Startup,Liveness,Readiness'),
      ...said(house, APP, [...CONTAINER, 'probes', '*', 'httpGet', 'path'], '/livez,/livez,/readyz'),
      ...resourcesOf(house, APP)
        .filter(
          (each) =>
            !(Number(texts(each, ['properties', 'template', 'terminationGracePeriodSeconds'])[0]) >= 30),
        )
        .map(({ file }) => `${file.path}: the process is ended before it has finished`),
    ],
  },
  {
    name: 'a running process is never the owner of its tables',
    faults: (house) => [
      ...resourcesOf(house, APP)
        .filter((each) =>
          /owner/i.test([...keys(each), ...texts(each, [...CONTAINER, 'env', '*', 'value'])].join()),
        )
        .map(({ file }) => `${file.path}: the app has the owner's login`),
      ...resourcesOf(house, JOB)
        .filter((each) => /product/i.test(keys(each).join()))
        .map(({ file }) => `${file.path}: the migration has the product's identity`),
    ],
  },
  {
    name: 'no container can use the identity that pulls images',
    faults: (house) =>
      [...resourcesOf(house, APP), ...resourcesOf(house, JOB)].flatMap((place) => {
        const settings = ['properties', 'configuration', 'identitySettings', '*'] as const
        const at = texts(place, [...settings, 'identity']).indexOf('pullIdentityId')
        return texts(place, [...settings, 'lifecycle'])[at] === 'None'
          ? []
          : [`${place.file.path}: containers get the identity that pulls`]
      }),
  },
  {
    name: 'secrets come from the vault, and a setting that is secret is given as one',
    faults: (house) =>
      [...resourcesOf(house, APP), ...resourcesOf(house, JOB)].flatMap((place) => [
        ...texts(place, ['properties', 'configuration', 'secrets', '*', 'value']).map(
          () => `${place.file.path}: a secret stands in the template`,
        ),
        ...environmentOf(place)
          .filter(({ name, value }) => value !== undefined && /KEY|SECRET|PASSWORD|TOKEN/.test(name))
          .map(({ name }) => `${place.file.path}: ${name} is given in clear`),
        ...environmentOf(place)
          .filter(({ value }) => /:\/\/[^@/]*:[^@/]*@/.test(value ?? ''))
          .map(({ name }) => `${place.file.path}: ${name} has a password in it`),
      ]),
  },
  {
    name: 'who talks to the database checks with whom',
    faults: (house) =>
      [...resourcesOf(house, APP), ...resourcesOf(house, JOB)].flatMap((place) => {
        const address = place.file.vars.find(({ name }) => name === 'database')
        return textsUnder(place.file, address?.value).join().endsWith("?sslmode=verify-full'")
          ? []
          : [`${place.file.path}: the database's certificate is not checked`]
      }),
  },
]

/** The settings of the first container, as the template gives them; a secret has no value here. */
export function environmentOf(
  place: Place<Resource>,
): readonly { readonly name: string; readonly value: string | undefined }[] {
  return under(place.file, place.it.body, ...CONTAINER, 'env', '*').map((each) => ({
    name: textsUnder(place.file, each, 'name').join(),
    value: textsUnder(place.file, each, 'value')[0],
  }))
}

function texts(place: Place<Resource>, path: readonly string[]): readonly string[] {
  return textsUnder(place.file, place.it.body, ...path)
}

function keys({ file, it }: Place<Resource>): readonly string[] {
  return under(file, it.body, 'identity', 'userAssignedIdentities').flatMap((each) =>
    each.kind === 'object' ? each.properties.map(({ name }) => name) : [],
  )
}

function said(house: House, type: string, path: readonly string[], wanted: string): readonly string[] {
  const places = resourcesOf(house, type)
  if (places.length === 0) return [`there is no ${type}`]
  return places
    .filter((place) => texts(place, path).join() !== wanted)
    .map(({ file, it }) => `${file.path}:${it.line}: ${path.at(-1)} is not ${wanted}`)
}
