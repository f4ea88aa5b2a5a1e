import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { BotTransport, InboundResponse } from '#bot/transport/bot-transport.ts'

import { alarms } from './alarms.ts'
import { countingLog, countingTransport } from './counting.ts'
import { openMeters } from './meters.ts'

const docs = join(import.meta.dirname, '../../docs')
const page = (name: string): string => readFileSync(join(docs, name), 'utf8')

/** Every field of the line, as `metrics-line.ts` has it. */
const FIELDS = [
  ...readFileSync(join(import.meta.dirname, 'metrics-line.ts'), 'utf8').matchAll(/readonly (\w+): number/g),
].map(([, name = '']) => name)

describe('the alarms', () => {
  it('each have a page in the runbook that says what it means, what to look at, what to do and what not', () => {
    const text = page('runbook.md')
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual(alarms.map(({ name }) => name))
    for (const part of text.split(/^## /m).slice(1))
      expect([...part.matchAll(/^\*\*(.+?)\*\*:/gm)].map(([, word]) => word)).toEqual([
        'Means',
        'Look at',
        'Do',
        'Do not',
      ])
  })

  it.each(alarms)('$name asks for nothing that the line does not have', ({ query }) => {
    const asked = [...query.matchAll(/toreal\(line\.(\w+)\)/g)].map(([, name = '']) => name)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((name) => !FIELDS.includes(name))).toEqual([])
    const steps = query.split('\n| ')
    expect(steps[0]).toBe('ContainerAppConsoleLogs')
    expect(steps.at(-1)).toContain('value = ')
  })

  it('have names that no other has', () => {
    expect(new Set(alarms.map(({ name }) => name)).size).toBe(alarms.length)
  })
})

it('operations.md explains every number of the line', () => {
  const metrics = /^## Metrics$([^]*?)^## /m.exec(page('operations.md'))?.[1] ?? ''
  const explained = [...metrics.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  )
  expect(FIELDS.filter((name) => !explained.includes(name))).toEqual([])
})

describe('what is counted', () => {
  it('is given once, and counted from zero again', () => {
    const meters = openMeters()
    meters.due(3)
    meters.ended('sent', { road: 'teams', waitedMs: 41_400 })
    meters.ended('sent', { road: 'mail', waitedMs: 2000 })
    meters.ended('refused', { road: 'teams', waitedMs: 0 })
    meters.ended('refused', { road: 'mail', waitedMs: 0 })
    meters.ended('not-needed', { road: 'mail', waitedMs: 0 })
    meters.invoked('answer', '200', 40)
    meters.invoked('answer', '200', 3001)
    meters.outside({ service: 'graph', route: 'GET /users/{}/events', status: 200 })
    meters.outside({ service: 'graph', route: 'GET /users/{}/events', status: 429, retryAfterMs: 7000 })
    meters.outside({ service: 'graph', route: 'GET /users/{}/events', status: undefined })
    meters.outside({ service: 'entra', route: 'token', status: 500 })
    meters.outside({ service: 'entra', route: 'token for a person', status: 400 })
    expect(meters.taken()).toMatchObject({
      due: 3,
      sent: 2,
      delayS: 41,
      refused: 2,
      notReachable: 1,
      invokes: 2,
      slowInvokes: 1,
      slowestInvokeMs: 3001,
      graphCalls: 3,
      graphFailed: 2,
      throttled: 1,
      tokenFailures: 1,
    })
    expect(new Set(Object.values(meters.taken()))).toEqual(new Set([0]))
  })

  it('of the log are refusals and failures', () => {
    const meters = openMeters()
    const lines: string[] = []
    const log = countingLog((what) => lines.push(what), meters)
    log('bot-refused', { why: 'tenant' })
    log('not-let-in', { why: 'token-refused' })
    log('fault', {})
    log('refused', { why: 'already-answered' })
    expect(meters.taken()).toMatchObject({ botRefused: 1, tabRefused: 1, faults: 1 })
    expect(lines).toEqual(['bot-refused', 'not-let-in', 'fault', 'refused'])
  })

  it('of a press is its verb when it is one of ours, and nothing that somebody made up', async () => {
    const told: string[][] = []
    const answers: InboundResponse[] = [
      { status: 200, body: { statusCode: 200 } },
      { status: 200, body: { statusCode: 400 } },
      { status: 200 },
      { status: 401 },
      { status: 500 },
    ]
    const transport = countingTransport(
      { handle: async () => answers.shift() ?? { status: 200 } } as unknown as BotTransport,
      { invoked: (verb, outcome) => told.push([verb, outcome]) },
    )
    for (const body of [
      invoke('answer'),
      invoke('Wren Ashby-Test'),
      { type: 'message', text: 'list' },
      invoke('answer'),
      { type: 'Wren Ashby-Test' },
    ])
      await transport.handle({ headers: {}, body })
    expect(told).toEqual([
      ['answer', '200'],
      ['other', '400'],
      ['message', '200'],
      ['other', '500'],
    ])
  })
})

function invoke(verb: string) {
  return { type: 'invoke', value: { action: { verb } } }
}
