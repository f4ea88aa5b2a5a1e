import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import vitestConfig from '../vitest.config.ts'
import { SUITES, countSuite, lastLine, tableOf } from './suite-counts.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suite-counts-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('a suite in which all passed counts its tests', async () => {
  expect(await count({ passed: 3 }, 0)).toMatchObject({ passed: 3, failed: 0, because: [] })
})

test('what failed, was skipped or put off counts as failed', async () => {
  expect(await count({ passed: 3, failed: 2, pending: 4, todo: 1 }, 1)).toMatchObject({
    passed: 3,
    failed: 7,
    because: ['2 failed', '5 skipped'],
  })
  expect(await count({ passed: 3, pending: 1 }, 0)).toMatchObject({ failed: 1 })
})

test('a suite without tests has failed', async () => {
  expect(await count({}, 0)).toMatchObject({ passed: 0, failed: 1, because: ['it has no tests'] })
})

test('a file that could not run has failed, though none of its tests did', async () => {
  const broken = [{ name: '/a.test.ts', status: 'failed', assertionResults: [] }]
  expect(await count({ passed: 3, files: broken }, 1)).toMatchObject({
    failed: 1,
    because: ['1 files did not run'],
  })
})

test('an exit code that no test explains is a failure', async () => {
  expect(await count({ passed: 3 }, 1)).toMatchObject({
    passed: 3,
    failed: 1,
    because: ['an error outside any test'],
  })
})

test.each([
  ['', 'not JSON'],
  ['{}', 'not a report'],
])('a report that is %j has failed', async (text) => {
  await writeFile(join(folder, 'report.json'), text)
  expect(await countSuite('unit', join(folder, 'report.json'), 0, 1)).toMatchObject({ passed: 0, failed: 1 })
})

test('a missing report has failed', async () => {
  expect(await countSuite('unit', join(folder, 'none.json'), 0, 1)).toMatchObject({ passed: 0, failed: 1 })
})

test('what failed is named, as its file and what it says', async () => {
  const name = join(import.meta.dirname, 'some.test.ts')
  const assertionResults = [
    { fullName: 'a rule that holds', status: 'passed' },
    { fullName: 'a rule that does not', status: 'failed' },
  ]
  const counted = await count(
    { passed: 1, failed: 1, files: [{ name, status: 'failed', assertionResults }] },
    1,
  )
  expect(counted.named).toEqual(['scripts/some.test.ts: a rule that does not'])
  expect(tableOf([counted])).toContain('\nscripts/some.test.ts: a rule that does not')
})

test('the table has a row for each suite and the last line the sums', () => {
  const counts = [
    { suite: 'unit', passed: 120, failed: 0, seconds: 12.4, because: [], named: [] },
    { suite: 'http', passed: 30, failed: 2, seconds: 61, because: ['2 skipped'], named: [] },
  ] as const
  expect(tableOf(counts).split('\n')).toEqual([
    'suite                passed   failed  seconds',
    'unit                    120        0       12',
    'http                     30        2       61  2 skipped',
  ])
  expect(lastLine(counts)).toBe('150 passed, 2 failed')
})

test('every project of vitest is a suite', () => {
  const projects = JSON.stringify(vitestConfig.test?.projects)
  const names = Array.from(projects.matchAll(/"name":"([^"]+)"/g), ([, name]) => name)
  expect(new Set(names)).toEqual(new Set(SUITES))
})

async function count(
  report: { passed?: number; failed?: number; pending?: number; todo?: number; files?: readonly unknown[] },
  exitCode: number,
) {
  const { passed = 0, failed = 0, pending = 0, todo = 0, files = [] } = report
  const file = join(folder, 'report.json')
  const whole = {
    numTotalTests: passed + failed + pending + todo,
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
    testResults: files,
  }
  await writeFile(file, JSON.stringify(whole))
  return countSuite('unit', file, exitCode, 1)
}
