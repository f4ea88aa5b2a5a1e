/**
 * What one process says of itself every minute: the line `metrics` of the log, on which the alarms stand. Numbers
 * alone, never a person, a case or a tenant. Counts are of the minute since the last line and of this process;
 * what is marked "of the cell" is the same in every process.
 */
export type MetricsLine = {
  /** 1: takes requests; 0 while it starts or ends. */
  readonly ready: number
  /** 1: this copy of the data sends nothing until it is released. */
  readonly held: number
  /** 0: the database could not be asked, and what is of the cell is left out. */
  readonly reachable: number

  /** Prompts that fell due, and messages by how they ended. */
  readonly due: number
  readonly sent: number
  readonly unconfirmed: number
  readonly refused: number
  readonly again: number
  /** Messages that Teams refused for good: the person is not reachable there, and hears by mail. */
  readonly notReachable: number
  /** Longest time from falling due to being sent, in seconds. */
  readonly delayS: number

  /** Presses and messages to the bot, how many took longer than three seconds, and the slowest, in milliseconds. */
  readonly invokes: number
  readonly slowInvokes: number
  readonly slowestInvokeMs: number

  readonly graphCalls: number
  readonly graphFailed: number
  /** How often Graph or Teams asked for silence. */
  readonly throttled: number
  /** Tokens that Entra did not give us. */
  readonly tokenFailures: number
  /** Who was not let in: activities to the bot, requests of the tab. */
  readonly botRefused: number
  readonly tabRefused: number
  /** Requests that ended with an unexpected failure. */
  readonly faults: number

  /** Of the cell: messages that wait, the age of the oldest that could go now, those in doubt. */
  readonly queue: number
  readonly oldestDueS: number
  readonly inDoubt: number
  /** Of the cell: age of the oldest audit entry without a seal, in seconds. */
  readonly sealBehindS: number
  /** Of the cell: meetings that ended and that the calendar was asked ten times or more to take out, in vain. */
  readonly meetingsStay: number
  /** Transactions that wait for a connection to the database. */
  readonly poolWaiting: number
}

export type MetricsField = keyof MetricsLine
