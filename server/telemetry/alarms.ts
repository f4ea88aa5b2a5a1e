import type { MetricsField } from './metrics-line.ts'

/**
 * One alarm: raised when the query gives a value above `threshold`. infra/modules/alerts.bicep has a rule for each,
 * docs/runbook.md a heading; a test compares all three.
 */
export type Alarm = {
  readonly name: string
  /** What it means, in a sentence for whoever is woken up. */
  readonly says: string
  /** 1 wakes somebody, 2 is looked at the same day, 3 the same week. */
  readonly severity: 1 | 2 | 3
  /** How often it is looked at, and how far back: ISO 8601, as Azure Monitor takes them. */
  readonly every: `PT${number}${'M' | 'H'}`
  readonly over: `PT${number}${'M' | 'H'}` | `P${number}D`
  /** Kusto, over the lines `metrics` of the log; gives one row with one column, `value`. */
  readonly query: string
  readonly threshold: number
}

/** Container Apps writes what a process prints as a row of this table, with the line in this column. */
const TABLE = 'ContainerAppConsoleLogs'
const COLUMN = 'Log'

export const alarms: readonly Alarm[] = [
  {
    name: 'oldest-prompt-waits',
    says: 'A reminder that is due has not gone out for more than ten minutes.',
    severity: 1,
    every: 'PT5M',
    over: 'PT15M',
    query: query(['oldestDueS'], 'summarize value = max(oldestDueS)'),
    threshold: 600,
  },
  {
    name: 'messages-fail',
    says: 'More than two of a hundred messages were refused or are in doubt.',
    severity: 2,
    every: 'PT15M',
    over: 'PT1H',
    query: query(
      ['sent', 'refused', 'unconfirmed'],
      'summarize failed = sum(refused) + sum(unconfirmed), went = sum(sent)',
      share('failed', 'failed + went', 20),
    ),
    threshold: 2,
  },
  {
    name: 'presses-slow',
    says: 'More than five of a hundred presses in chat took longer than three seconds; Teams gives up after ten.',
    severity: 2,
    every: 'PT5M',
    over: 'PT15M',
    query: query(
      ['invokes', 'slowInvokes'],
      'summarize slow = sum(slowInvokes), pressed = sum(invokes)',
      share('slow', 'pressed', 20),
    ),
    threshold: 5,
  },
  {
    name: 'not-ready',
    says: 'No process has said for ten minutes that it takes requests and reaches its database.',
    severity: 1,
    every: 'PT5M',
    // A line needs some minutes until it can be asked for.
    over: 'PT15M',
    query: query(
      ['ready', 'reachable'],
      'where TimeGenerated > ago(10m)',
      'where ready == 1 and reachable == 1',
      'summarize n = count()',
      'project value = iff(n == 0, 1, 0)',
    ),
    threshold: 0,
  },
  {
    name: 'throttled',
    says: 'Teams or Graph asked for silence more than twenty times in a quarter of an hour.',
    severity: 3,
    every: 'PT15M',
    over: 'PT15M',
    query: query(['throttled'], 'summarize value = sum(throttled)'),
    threshold: 20,
  },
  {
    name: 'token-failures',
    says: 'Entra gave no token more than three times in a quarter of an hour: nothing reaches Teams or Graph.',
    severity: 1,
    every: 'PT5M',
    over: 'PT15M',
    query: query(['tokenFailures'], 'summarize value = sum(tokenFailures)'),
    threshold: 3,
  },
  {
    name: 'seal-behind',
    says: 'An entry of the audit trail has had no seal for more than five minutes.',
    severity: 2,
    every: 'PT5M',
    over: 'PT15M',
    query: query(['sealBehindS'], 'summarize value = max(sealBehindS)'),
    threshold: 300,
  },
  {
    name: 'not-reachable-rising',
    says: 'Twice as many people as the day before, and at least ten, could not be reached in Teams.',
    severity: 2,
    every: 'PT1H',
    over: 'P2D',
    query: query(
      ['notReachable'],
      'summarize today = sumif(notReachable, TimeGenerated > ago(1d)), before = sumif(notReachable, TimeGenerated <= ago(1d))',
      'project value = iff(today >= 10 and today >= 2 * before, today, 0)',
    ),
    threshold: 0,
  },
]

/** The lines `metrics` with the fields that are needed, then what is worked out of them. */
function query(fields: readonly MetricsField[], ...steps: readonly string[]): string {
  const read = fields.map((field) => `${field} = toreal(line.${field})`).join(', ')
  return [
    TABLE,
    `where ${COLUMN} has '"what":"metrics"'`,
    `extend line = parse_json(${COLUMN})`,
    `where tostring(line.what) == 'metrics'`,
    `project TimeGenerated, ${read}`,
    ...steps,
  ].join('\n| ')
}

/** So many of a hundred, once there are enough to say anything. */
function share(part: string, whole: string, atLeast: number): string {
  return `project value = iff(${whole} >= ${atLeast}, 100.0 * ${part} / (${whole}), 0.0)`
}
