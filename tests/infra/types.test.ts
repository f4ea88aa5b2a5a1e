import { describe, expect, it } from 'vitest'

import { azureTypesAreHere } from './bicep/azure-types.ts'
import { readHouse, resourcesOf } from './bicep/house.ts'
import { typeFaults, WITHOUT_DATA } from './bicep/types.ts'

const faults = async (spoiling?: Parameters<typeof readHouse>[0]) => typeFaults(await readHouse(spoiling))

/** The data lies beside the project, not in it. Where it is absent the run says so; nothing is called checked. */
const here = azureTypesAreHere ? ['the types of Azure'] : []
const absent = azureTypesAreHere
  ? []
  : ['no Azure type data beside the project: infra’s types were NOT checked']

it.each(absent)('%s', () => {
  expect(azureTypesAreHere).toBe(false)
})

describe.each(here)('%s', () => {
  it('say nothing against our resources', async () => {
    expect(await faults()).toEqual([])
  })

  it('are at hand for every resource but those that we name, and those are used', async () => {
    const used = new Set(resourcesOf(await readHouse()).map(({ it }) => it.type))
    expect(Object.keys(WITHOUT_DATA).filter((type) => !used.has(type))).toEqual([])
    expect(used.size).toBeGreaterThan(15)
  })

  it.each([
    [
      'an unknown property',
      'modules/containerapps.bicep',
      'allowInsecure: false',
      'allowInsecur: false',
      'has no property allowInsecur',
    ],
    [
      'a read-only property',
      'modules/postgres.bicep',
      "version: '18'",
      "version: '18'\n    state: 'Ready'",
      'read-only',
    ],
    [
      'a missing property',
      'modules/bot.bicep',
      "    displayName: 'Case Evaluations'\n",
      '',
      'lacks displayName',
    ],
    [
      'a text for a number',
      'modules/alerts.bicep',
      'failedLocationCount: 2',
      "failedLocationCount: '2'",
      'has to be a number',
    ],
    [
      'a value that there is not',
      'modules/bot.bicep',
      "'SingleTenant'",
      "'OneTenant'",
      "may not be 'OneTenant'",
    ],
    [
      'a value in a variable',
      'modules/containerapps.bicep',
      "value: 'production'",
      "valeu: 'production'",
      'has no property valeu',
    ],
    [
      'a kind that there is not',
      'modules/bot.bicep',
      "channelName: 'MsTeamsChannel'",
      "channelName: 'TeamsChannel'",
      'channelName',
    ],
    [
      'an unknown version',
      'modules/registry.bicep',
      'registries@2025-11-01',
      'registries@2031-01-01',
      'no type data',
    ],
    [
      'a length',
      'modules/alerts.bicep',
      "groupShortName: 'evaluation'",
      "groupShortName: 'case-evaluations'",
      'may not be',
    ],
    [
      'a property that is read',
      'modules/postgres.bicep',
      'server.properties.fullyQualifiedDomainName',
      'server.properties.fqdn',
      'has no properties.fqdn',
    ],
    [
      'a required property deep down',
      'modules/migrate-job.bicep',
      "      triggerType: 'Manual'\n",
      '',
      'lacks triggerType',
    ],
  ])('find %s', async (_, file, from, to, fault) => {
    const found = await faults({ file, from, to })
    expect(found.filter((each) => each.startsWith(file) && each.includes(fault))).not.toEqual([])
  })
})
