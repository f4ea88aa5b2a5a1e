import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

/** How many rows may still say `not yet`: it only ever goes down, in the commit that shows another row. */
const mostNotYet = 193

const rowsBySource = { OLD: 183, LEI: 22, LEH: 33, LAN: 21, OXF: 16 }

const capabilities = [
  'round',
  'cases',
  'returns',
  'chronology',
  'panel-day',
  'close-the-loop',
  'actions',
  'escalation',
  'duties',
  'prompts',
  'learning',
  'campaigns',
  'people',
  'audit-trail',
  'calendar',
  'method',
  'involvement',
  'documents',
  'meetings',
]

const root = new URL('../../', import.meta.url)
const [header, ...rows] = records(readFileSync(new URL('docs/ledger.csv', root), 'utf8'))
const ledger = rows.map(([id = '', fact = '', capability = '', shownBy = '']) => ({
  id,
  fact,
  capability,
  shownBy,
}))

describe('the ledger', () => {
  it('has four columns in every row', () => {
    expect(header).toEqual(['id', 'fact', 'capability', 'shown_by'])
    expect(rows.filter((row) => row.length !== 4)).toEqual([])
  })

  it('holds each of the 275 requirements once, by source and in order, without a gap', () => {
    const expected = Object.entries(rowsBySource).flatMap(([source, count]) =>
      Array.from({ length: count }, (_, n) => `${source}-${n + 1}`),
    )
    expect(expected).toHaveLength(275)
    expect(ledger.map((row) => row.id)).toEqual(expected)
  })

  it('says each fact in one short phrase', () => {
    expect(ledger.filter(({ fact }) => fact.trim() === '' || fact.length > 90)).toEqual([])
  })

  it('gives each requirement to a capability that the architecture names', () => {
    expect(ledger.filter((row) => !capabilities.includes(row.capability))).toEqual([])
    const architecture = readFileSync(new URL('docs/architecture.md', root), 'utf8')
    expect(capabilities.filter((name) => !architecture.includes(`\`${name}\``))).toEqual([])
  })

  it('is shown by tests that exist', () => {
    expect(ledger.flatMap(({ id, shownBy }) => faultIn(shownBy).map((fault) => `${id}: ${fault}`))).toEqual(
      [],
    )
  })

  it('leaves no more requirements for later than it did before', () => {
    expect(ledger.filter((row) => row.shownBy === 'not yet').length).toBeLessThanOrEqual(mostNotYet)
  })
})

describe('what a row may be shown by', () => {
  const here = 'tests/docs/ledger.test.ts'

  it.each([
    'not yet',
    'out of scope because another body keeps it',
    `${here} › is shown by tests that exist`,
    `${here} › the ledger › is shown by tests that exist`,
    `${here} › takes %j`,
  ])('takes %j', (shownBy) => {
    expect(faultIn(shownBy)).toEqual([])
  })

  it.each([
    ['', 'is none of the three forms'],
    ['later', 'is none of the three forms'],
    ['out of scope because ', 'is none of the three forms'],
    ['docs/ledger.csv › id', 'is none of the three forms'],
    ['../elsewhere/some.test.ts › is shown', 'is none of the three forms'],
    ['tests/docs/gone.test.ts › is shown', 'names a file that does not exist'],
    [`${here} › is shown by tests that are gone`, 'names a test that its file does not run'],
  ])('refuses %j, which %s', (shownBy, fault) => {
    expect(faultIn(shownBy)).toEqual([expect.stringContaining(fault)])
  })

  it('refuses a test that is skipped', () => {
    const name = 'closes the loop'
    expect(runs(`it('${name}', () => {})`, name)).toBe(true)
    expect(runs(`it.each(days)(\n  "${name}", () => {})`, name)).toBe(true)
    expect(runs(`it.skip('${name}', () => {})`, name)).toBe(false)
    expect(runs(`it.todo(\n  '${name}')`, name)).toBe(false)
  })
})

/** `not yet`, `out of scope because ...`, or a test's full name: `path › test name`. */
function faultIn(shownBy: string): readonly string[] {
  if (shownBy === 'not yet' || /^out of scope because \S/.test(shownBy)) return []

  const [path = '', ...names] = shownBy.split(' › ')
  const name = names.at(-1) ?? ''
  if (!/^(?!.*\.\.)[\w/.-]+\.test\.tsx?$/.test(path) || name === '') {
    return [`"${shownBy}" is none of the three forms`]
  }
  const file = new URL(path, root)
  if (!existsSync(file)) return [`${path} names a file that does not exist`]
  return runs(readFileSync(file, 'utf8'), name)
    ? []
    : [`"${shownBy}" names a test that its file does not run`]
}

/** Whether a test file has this title, whole and in quotes, and doesn't skip it. `it.each` titles are as written. */
function runs(testFile: string, name: string): boolean {
  const text = testFile.replaceAll(/\\(['"`])/g, '$1')
  return ["'", '"', '`'].some((quote) =>
    text
      .split(`${quote}${name}${quote}`)
      .slice(0, -1)
      .some((before) => !/\.(?:skip|todo)\(\s*$/.test(before)),
  )
}

/** Comma-separated values with quoted fields, as spreadsheets write them. */
function records(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    )
}
