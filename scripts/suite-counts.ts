import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import * as z from 'zod/mini'

/** In the order in which they run: the quick ones first. The names are the projects in vitest.config.ts. */
export const SUITES = [
  'unit',
  'store-pglite',
  'store-postgresql',
  'http',
  'bot',
  'microsoft-365',
  'faults',
  'browser',
] as const
export type SuiteName = (typeof SUITES)[number]

/** `failed` counts skipped tests, files that never ran, and the lack of tests, as well as tests that failed. */
export type SuiteCount = {
  readonly suite: SuiteName
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  readonly because: readonly string[]
  /** The tests that failed, as their file and what they say: whoever sees the end of the output alone knows them. */
  readonly named: readonly string[]
}

export function isSuite(name: string): name is SuiteName {
  return SUITES.some((suite) => suite === name)
}

/** Counts a suite from vitest's JSON report and its exit code. A missing or unreadable report is a failure. */
export async function countSuite(
  suite: SuiteName,
  reportFile: string,
  exitCode: number,
  seconds: number,
): Promise<SuiteCount> {
  const report = await readReport(reportFile)
  if (!report)
    return { suite, passed: 0, failed: 1, seconds, because: ['it ended without a report'], named: [] }
  const skipped = report.numPendingTests + report.numTodoTests
  const unrun = report.testResults.filter(
    (file) => file.status !== 'passed' && file.assertionResults.length === 0,
  )
  const reasons = [
    reason(report.numFailedTests, 'failed'),
    reason(skipped, 'skipped'),
    reason(unrun.length, 'files did not run'),
    report.numTotalTests === 0 && unrun.length === 0 ? { count: 1, words: 'it has no tests' } : undefined,
  ].filter((found) => found !== undefined)
  const known = reasons.reduce((sum, { count }) => sum + count, 0)
  const unexplained = known === 0 && exitCode !== 0
  return {
    suite,
    passed: report.numPassedTests,
    failed: unexplained ? 1 : known,
    seconds,
    because: unexplained ? ['an error outside any test'] : reasons.map(({ words }) => words),
    named: report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `${relative(ROOT, name)}: ${fullName}`),
    ),
  }
}

const ROOT = join(import.meta.dirname, '..')

export function tableOf(counts: readonly SuiteCount[]): string {
  const rows = counts.map(({ suite, passed, failed, seconds, because }) =>
    [suite.padEnd(18), cell(passed), cell(failed), cell(Math.round(seconds)), `  ${because.join(', ')}`]
      .join('')
      .trimEnd(),
  )
  const head = ['suite'.padEnd(18), cell('passed'), cell('failed'), cell('seconds')].join('')
  return [head, ...rows, ...counts.flatMap(({ named }) => named)].join('\n')
}

/** The line that a machine reads. */
export function lastLine(counts: readonly SuiteCount[]): string {
  const sum = (pick: (count: SuiteCount) => number) => counts.reduce((total, count) => total + pick(count), 0)
  return `${sum((count) => count.passed)} passed, ${sum((count) => count.failed)} failed`
}

function reason(count: number, what: string): { count: number; words: string } | undefined {
  return count === 0 ? undefined : { count, words: `${count} ${what}` }
}

function cell(value: number | string): string {
  return String(value).padStart(9)
}

async function readReport(file: string): Promise<Report | undefined> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}

type Report = z.infer<typeof reportSchema>
const reportSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})
