import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { readHouse } from './bicep/house.ts'
import { required, wiringFaults } from './bicep/wiring.ts'

const faults = async (spoiling?: Parameters<typeof readHouse>[0]) => wiringFaults(await readHouse(spoiling))

const parametersText = readFileSync(new URL('../../infra/azure.parameters.json', import.meta.url), 'utf8')

describe('the wiring of infra', () => {
  it('holds', async () => {
    expect(await faults()).toEqual([])
  })

  it.each([
    [
      'a name that nothing has',
      'modules/bot.bicep',
      'endpoint: endpoint',
      'endpoint: address',
      'nothing is called address',
    ],
    [
      'a function that there is not',
      'azure.bicep',
      '!empty(image)',
      '!emtpy(image)',
      'nothing is called emtpy',
    ],
    [
      'a parameter that nobody uses',
      'modules/bot.bicep',
      'param tags object',
      'param tags object\nparam more string',
      'nobody uses more',
    ],
    [
      'a module that is not there',
      'azure.bicep',
      "'modules/bot.bicep'",
      "'modules/robot.bicep'",
      'is not there',
    ],
    [
      'a parameter that the module has not',
      'azure.bicep',
      '    alertMail: alertMail',
      '    mail: alertMail',
      'has no parameter mail',
    ],
    [
      'a parameter that is not given',
      'azure.bicep',
      '    alertMail: alertMail\n',
      '',
      'is not given alertMail',
    ],
    [
      'a parameter of another type',
      'azure.bicep',
      'retentionDays: logDays',
      'retentionDays: name',
      'is given string as retentionDays',
    ],
    [
      'an output that there is not',
      'azure.bicep',
      'registry.outputs.server',
      'registry.outputs.host',
      'registry has no output host',
    ],
    [
      'a size that the template has not',
      'envs/prod.bicepparam',
      'param logDays',
      'param logMonths',
      'has no parameter logMonths',
    ],
    [
      'a size of another type',
      'envs/prod.bicepparam',
      'logDays = 90',
      "logDays = '90'",
      'logDays is string, not int',
    ],
    [
      'what a size file leaves out',
      'envs/dev.bicepparam',
      "param databaseTier = 'Burstable'\n",
      '',
      'does not give databaseTier',
    ],
    [
      'a module that nobody includes',
      'azure.bicep',
      "'modules/bot.bicep'",
      "'modules/alerts.bicep'",
      'modules/bot.bicep: nobody includes it',
    ],
  ])('%s is found', async (_, file, from, to, fault) => {
    expect((await faults({ file, from, to })).filter((each) => each.includes(fault))).not.toEqual([])
  })
})

describe('azure.parameters.json, which the Agents Toolkit fills in', () => {
  const given = parameters(parametersText)

  it('gives what azure.bicep declares, and all that it has to be given', async () => {
    const template = (await readHouse()).get('azure.bicep')
    const declared = template?.params.map(({ name }) => name) ?? []
    expect(Object.keys(given).filter((name) => !declared.includes(name))).toEqual([])
    expect((template ? required(template) : ['']).filter((name) => !(name in given))).toEqual([])
  })

  it('holds no value that an organisation has to choose, only where it comes from', () => {
    const own = ['hostName', 'clientId', 'tenantId', 'sharePointSite', 'organiser', 'alertMail']
    expect(own.filter((name) => !/^\$\{\{[A-Z_]+\}\}$/.test(String(given[name]?.value)))).toEqual([])
  })
})

describe('what the Agents Toolkit fills in', () => {
  it('has a place in the settings of the environment', () => {
    const wanted = [...parametersText.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name)
    const settings = readFileSync(new URL('../../env/.env.dev', import.meta.url), 'utf8')
    expect(wanted.filter((name) => !new RegExp(`^${name}=`, 'm').test(settings))).toEqual([])
    expect(wanted.length).toBeGreaterThan(5)
  })

  it('is no secret: the audit key is given once, by hand', () => {
    expect(Object.keys(parameters(parametersText))).not.toContain('auditKey')
  })
})

function parameters(text: string): Readonly<Record<string, { readonly value: unknown }>> {
  const file = JSON.parse(text) as { parameters: Record<string, { value: unknown }> }
  return file.parameters
}
