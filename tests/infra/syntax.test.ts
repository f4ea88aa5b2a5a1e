import { describe, expect, it } from 'vitest'

import { readHouse } from './bicep/house.ts'
import { syntaxFaults } from './bicep/tree.ts'

const faults = async (spoiling?: Parameters<typeof readHouse>[0]) =>
  [...(await readHouse(spoiling)).values()].flatMap((file) => syntaxFaults(file))

describe('the Bicep of infra', () => {
  it('is Bicep', async () => {
    expect((await readHouse()).size).toBeGreaterThan(10)
    expect(await faults()).toEqual([])
  })

  it.each([
    { file: 'azure.bicep', from: "'modules/bot.bicep' = {", to: "'modules/bot.bicep' {" },
    { file: 'modules/postgres.bicep', from: "passwordAuth: 'Disabled'", to: "passwordAuth 'Disabled'" },
    { file: 'envs/prod.bicepparam', from: 'zoneRedundant = true', to: 'zoneRedundant true' },
  ])('a slip in $file is found', async (spoiling) => {
    expect((await faults(spoiling))[0]).toContain(spoiling.file)
  })
})
