import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

const SCRIPT = join(import.meta.dirname, '../../infra/upgrade.sh')
const IMAGE = 'cr.example.org/product@sha256:abc'

/** What Azure would answer; the rest is as it should be. */
type Azure = {
  readonly serves?: string
  readonly migration?: string
  /** What /readyz says, one answer after another; the last one stays. */
  readonly ready?: readonly string[]
}

/** Runs the script with an `az` and a `curl` that only write down what they were asked. */
function run(azure: Azure, ...args: readonly string[]) {
  const place = mkdtempSync(join(tmpdir(), 'upgrade-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const log = join(place, 'log')
  const program = (name: string, text: string): void => {
    writeFileSync(join(place, name), `#!/bin/bash\n${text}\n`)
    chmodSync(join(place, name), 0o755)
  }
  program(
    'az',
    [
      `echo "$*" | sed -E 's/ --resource-group [^ ]+| --name [^ ]+| --output [^ ]+| --query .*//g' >> ${log}`,
      'case "$*" in',
      `  *"traffic show"*) echo "${azure.serves ?? 'ca-exs--1'}" ;;`,
      '  *latestReadyRevisionName*) echo ca-exs--0 ;;',
      '  *"job start"*) echo job-1 ;;',
      `  *"execution show"*) echo ${azure.migration ?? 'Succeeded'} ;;`,
      '  *latestRevisionName*) echo ca-exs--2 ;;',
      '  *"revision show"*) echo ca-exs--2.example.org ;;',
      'esac',
    ].join('\n'),
  )
  writeFileSync(join(place, 'ready'), `${(azure.ready ?? ['200']).join('\n')}\n`)
  program(
    'curl',
    [
      `answer=$(head -n 1 ${place}/ready)`,
      `[ "$(wc -l < ${place}/ready)" -gt 1 ] && sed -i 1d ${place}/ready`,
      `echo "curl \${!#} says $answer" >> ${log}`,
      'printf %s "$answer"',
    ].join('\n'),
  )
  const { status, stdout, stderr } = spawnSync('bash', [SCRIPT, ...args], {
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH: `${place}:/usr/bin:/bin`, UPGRADE_WAIT_S: '0', UPGRADE_TRIES: '6' },
  })
  const asked = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  return { status, said: stdout + stderr, changes: asked.filter((each) => !/ show|^curl/.test(each)), asked }
}

const PINNED = 'containerapp ingress traffic set --revision-weight ca-exs--1=100'

describe('a new version', () => {
  it('is migrated to while the old one serves, started without traffic, looked at, then gets a tenth, then all', () => {
    const { status, changes, asked } = run({}, 'rg', 'exs', IMAGE)
    expect(status).toBe(0)
    expect(changes).toEqual([
      PINNED,
      `containerapp job update --image ${IMAGE}`,
      'containerapp job start',
      `containerapp update --image ${IMAGE}`,
      'containerapp ingress traffic set --revision-weight ca-exs--2=10 ca-exs--1=90',
      'containerapp ingress traffic set --revision-weight ca-exs--2=100',
      'containerapp revision deactivate --revision ca-exs--1',
    ])
    const firstShare = asked.findIndex((each) => each.includes('ca-exs--2=10'))
    expect(asked.slice(0, firstShare).filter((each) => each.includes('/readyz says 200'))).toHaveLength(3)
  })

  it('begins nothing when the migration fails', () => {
    const { status, said, changes } = run({ migration: 'Failed' }, 'rg', 'exs', IMAGE)
    expect(status).toBe(1)
    expect(said).toContain('ca-exs--1 serves on')
    expect(changes).toEqual([PINNED, `containerapp job update --image ${IMAGE}`, 'containerapp job start'])
  })

  it('that does not become ready gets nothing and is ended', () => {
    const { status, changes } = run({ ready: ['503'] }, 'rg', 'exs', IMAGE)
    expect(status).toBe(1)
    expect(changes.filter((each) => each.includes('traffic'))).toEqual([PINNED])
    expect(changes.at(-1)).toBe('containerapp revision deactivate --revision ca-exs--2')
  })

  it('that does not stay ready under a tenth loses it again', () => {
    const { status, changes } = run({ ready: ['200', '200', '200', '503'] }, 'rg', 'exs', IMAGE)
    expect(status).toBe(1)
    expect(changes.slice(-3)).toEqual([
      'containerapp ingress traffic set --revision-weight ca-exs--2=10 ca-exs--1=90',
      PINNED,
      'containerapp revision deactivate --revision ca-exs--2',
    ])
  })

  it.each(['', 'None'])('follows on the newest that is ready, when the door names none (%j)', (serves) => {
    expect(run({ serves }, 'rg', 'exs', IMAGE).changes[0]).toContain('ca-exs--0=100')
  })

  it('is named by its digest, not by a name that moves', () => {
    const { status, asked, said } = run({}, 'rg', 'exs', 'cr.example.org/product:latest')
    expect([status, asked]).toEqual([1, []])
    expect(said).toContain('digest')
  })
})

describe('back to the version before', () => {
  it('starts it, waits for it, gives it all traffic, ends the other', () => {
    const { status, changes } = run({ serves: 'ca-exs--2' }, '--back', 'rg', 'exs', 'ca-exs--1')
    expect(status).toBe(0)
    expect(changes).toEqual([
      'containerapp revision activate --revision ca-exs--1',
      PINNED,
      'containerapp revision deactivate --revision ca-exs--2',
    ])
  })

  it('leaves the newer one serving when it does not become ready', () => {
    const { status, changes } = run(
      { serves: 'ca-exs--2', ready: ['503'] },
      '--back',
      'rg',
      'exs',
      'ca-exs--1',
    )
    expect(status).toBe(1)
    expect(changes).toEqual(['containerapp revision activate --revision ca-exs--1'])
  })
})
