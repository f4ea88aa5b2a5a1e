import { describe, expect, it } from 'vitest'

import { readHouse } from './bicep/house.ts'
import { wiringFaults } from './bicep/wiring.ts'

const faults = async (spoiling?: Parameters<typeof readHouse>[0]) => wiringFaults(await readHouse(spoiling))

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
