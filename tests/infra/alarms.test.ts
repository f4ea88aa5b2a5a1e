import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { alarms } from '#server/telemetry/alarms.ts'

import { written } from '../../infra/write-alarms.ts'
import { readHouse, resourcesOf } from './bicep/house.ts'
import { textsUnder } from './bicep/tree.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

describe('the alarms of the cell', () => {
  it('are the product’s: write them with "node infra/write-alarms.ts"', () => {
    expect(read('infra/modules/alarms.json')).toBe(written())
  })

  it('each becomes a rule with its query, its measure and its threshold', async () => {
    const [rules] = resourcesOf(await readHouse(), 'Microsoft.Insights/scheduledQueryRules')
    const criteria = ['properties', 'criteria', 'allOf', '*'] as const
    const said = (...path: string[]): string[] =>
      rules ? textsUnder(rules.file, rules.it.body, ...path) : []
    expect(rules?.it.body.kind).toBe('each')
    expect(said(...criteria, 'query')).toEqual(['alarm.query'])
    expect(said(...criteria, 'threshold')).toEqual(['alarm.threshold'])
    expect(said(...criteria, 'operator')).toEqual(['GreaterThan'])
    expect(said(...criteria, 'metricMeasureColumn')).toEqual(['value'])
    expect(said('properties', 'enabled')).toEqual(['enabled'])
  })

  it.each(alarms)(
    '$name gives one column, value, and Azure can look as far back',
    ({ query, over, every }) => {
      expect(query).toMatch(/\bvalue = /)
      expect(minutes(over)).toBeLessThanOrEqual(2 * 24 * 60)
      expect(minutes(over)).toBeGreaterThanOrEqual(minutes(every))
    },
  )

  it('look further back than a line needs to arrive', () => {
    // A line is there after some minutes: what looks at five finds nothing of a process that is well.
    expect(alarms.filter(({ over }) => minutes(over) < 15).map(({ name }) => name)).toEqual([])
    const notReady = alarms.find(({ name }) => name === 'not-ready')
    expect(notReady?.query).toContain('TimeGenerated > ago(10m)')
  })

  it('name no column by a word of the language', () => {
    const taken = ['of', 'by', 'on', 'in', 'with', 'to', 'kind', 'where', 'between']
    const named = alarms.flatMap(({ query }) => [...query.matchAll(/(\w+) = /g)].map(([, column]) => column))
    expect(named.filter((column) => taken.includes(column ?? ''))).toEqual([])
  })

  it('read the table into which the environment writes', () => {
    const table = 'ContainerAppConsoleLogs'
    expect(read('infra/modules/environment.bicep')).toContain(`category: '${table}'`)
    expect(alarms.filter(({ query }) => query.split('\n')[0] !== table).map(({ name }) => name)).toEqual([])
  })

  it('each have a heading in the runbook', () => {
    const headings = [...read('docs/runbook.md').matchAll(/^#+ `?([\w-]+)`?/gm)].map(([, name]) => name)
    expect(alarms.map(({ name }) => name).filter((name) => !headings.includes(name))).toEqual([])
  })
})

/** `PT5M`, `PT1H`, `P2D` in minutes. */
function minutes(duration: string): number {
  const [, count = '0', unit = ''] = /^PT?(\d+)([MHD])$/.exec(duration) ?? []
  return Number(count) * ({ M: 1, H: 60, D: 24 * 60 }[unit] ?? Number.NaN)
}
