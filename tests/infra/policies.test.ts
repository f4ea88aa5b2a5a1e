import { describe, expect, it } from 'vitest'

import { readHouse } from './bicep/house.ts'
import { policies } from './bicep/policies.ts'

/** For each policy at least one change that breaks it: file, what stands there, what would be wrong. */
const BAD: Readonly<Record<string, readonly (readonly [file: string, from: string, to: string])[]>> = {
  'resources are in the United Kingdom, or have no place': [
    ['azure.bicep', "'uksouth'", "'westeurope'"],
    ['modules/postgres.bicep', 'location: location', "location: 'northeurope'"],
  ],
  'what is secret is handed over as a secret, and never handed back': [
    ['azure.bicep', '@secure()\n', ''],
    ['modules/keyvault.bicep', 'output auditKeyUrl', 'output other string = auditKey\noutput auditKeyUrl'],
  ],
  'nothing is reached with a shared key or a password': [
    [
      'modules/environment.bicep',
      "destination: 'azure-monitor'",
      'sharedKey: workspace.listKeys().primarySharedKey',
    ],
  ],
  'the doors of services that have a sign-in with a key are shut': [
    ['modules/registry.bicep', 'adminUserEnabled: false', 'adminUserEnabled: true'],
    ['modules/bot.bicep', 'disableLocalAuth: true', 'disableLocalAuth: false'],
    ['modules/monitoring.bicep', '      disableLocalAuth: true\n', ''],
  ],
  'the database takes Entra tokens alone, from inside the network alone': [
    ['modules/postgres.bicep', "passwordAuth: 'Disabled'", "passwordAuth: 'Enabled'"],
    ['modules/postgres.bicep', "publicNetworkAccess: 'Disabled'", "publicNetworkAccess: 'Enabled'"],
    ['modules/postgres.bicep', "principalType: 'Group'", "principalType: 'User'"],
  ],
  'the database writes no personal data into its log': [
    ['modules/postgres.bicep', "value: 'terse'", "value: 'default'"],
  ],
  'the vault is reached from inside the network, by role, and loses nothing': [
    ['modules/keyvault.bicep', "publicNetworkAccess: 'Disabled'", "publicNetworkAccess: 'Enabled'"],
    ['modules/keyvault.bicep', 'enablePurgeProtection: true', 'enablePurgeProtection: false'],
    ['modules/keyvault.bicep', 'enableRbacAuthorization: true', 'enableRbacAuthorization: false'],
  ],
  'nothing is open to the internet but what has to be': [
    ['modules/keyvault.bicep', "publicNetworkAccess: 'Disabled'", "publicNetworkAccess: 'Enabled'"],
  ],
  'rights are few, and each is on one resource': [
    [
      'modules/registry.bicep',
      '7f951dda-4ed3-4680-a7ca-43fe172d538d',
      'b24988ac-6180-42a0-ab88-20f7382dd24c',
    ],
    ['modules/keyvault.bicep', '  scope: vault\n  name: guid', '  name: guid'],
  ],
  'everything that holds or passes data reports to the workspace': [
    ['modules/bot.bicep', '  scope: bot\n', '  scope: teams\n'],
  ],
  'the bot is of one tenant and not of a free tier': [
    ['modules/bot.bicep', "name: 'S1'", "name: 'F0'"],
    ['modules/bot.bicep', "'SingleTenant'", "'MultiTenant'"],
  ],
  'production survives the loss of a zone, and keeps its backups for as long as can be': [
    ['envs/prod.bicepparam', "databaseTier = 'GeneralPurpose'", "databaseTier = 'Burstable'"],
    ['envs/prod.bicepparam', "databaseGeoBackup = 'Enabled'", "databaseGeoBackup = 'Disabled'"],
  ],
  'every resource that can says which cell it belongs to': [['modules/registry.bicep', '  tags: tags\n', '']],
  'people come in by https alone, over one door': [
    ['modules/containerapps.bicep', 'allowInsecure: false', 'allowInsecure: true'],
  ],
  'a version can be looked at before it serves, and two processes serve': [
    ['modules/containerapps.bicep', "'Multiple'", "'Single'"],
    ['azure.bicep', '@minValue(2)', '@minValue(0)'],
    ['modules/containerapps.bicep', 'minReplicas: minReplicas', 'minReplicas: 1'],
  ],
  'a process is asked whether it lives and whether it is ready, and has time to end': [
    ['modules/containerapps.bicep', "path: '/readyz'", "path: '/livez'"],
    ['modules/containerapps.bicep', 'terminationGracePeriodSeconds: 40', 'terminationGracePeriodSeconds: 5'],
  ],
  'a running process is never the owner of its tables': [
    ['modules/containerapps.bicep', 'evaluation_web@', 'evaluation_owner@'],
    ['modules/migrate-job.bicep', "'${workerIdentityId}': {}", "'${productIdentityId}': {}"],
  ],
  'no container can use the identity that pulls images': [
    ['modules/containerapps.bicep', "lifecycle: 'None'", "lifecycle: 'Main'"],
  ],
  'secrets come from the vault, and a setting that is secret is given as one': [
    ['modules/containerapps.bicep', 'keyVaultUrl: auditKeyUrl', 'value: auditKeyUrl'],
    ['modules/containerapps.bicep', "secretRef: 'audit-key'", "value: 'in clear'"],
    ['modules/containerapps.bicep', 'evaluation_web@', 'evaluation_web:letmein@'],
  ],
  'who talks to the database checks with whom': [
    ['modules/migrate-job.bicep', 'sslmode=verify-full', 'sslmode=require'],
  ],
}

describe('the cell keeps its policies', async () => {
  const house = await readHouse()

  it.each(policies)('$name', ({ faults }) => {
    expect(faults(house)).toEqual([])
  })

  it('each of which was seen to say no', () => {
    expect(policies.map(({ name }) => name)).toEqual(Object.keys(BAD))
  })
})

describe.each(policies)('$name', ({ name, faults }) => {
  it.each(BAD[name] ?? [])('is broken in %s by %j', async (file, from, to) => {
    const found = faults(await readHouse({ file, from, to }))
    expect(found).not.toEqual([])
    expect(found.every((fault) => fault.startsWith(file) || fault.startsWith('azure.bicep'))).toBe(true)
  })
})
