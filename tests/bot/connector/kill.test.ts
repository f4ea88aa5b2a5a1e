import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { expect, test } from 'vitest'

import { openJournal } from '#local/connector/journal.ts'

const module = new URL('../../../local/connector/journal.ts', import.meta.url).href
const writer = `
  import { writeSync } from 'node:fs'
  import { openJournal } from '${module}'
  const journal = openJournal({ file: process.argv[1], parse: (line) => line })
  for (let n = journal.replayed.length; ; n += 1) {
    journal.append({ n, text: 'x'.repeat(n % 5000) })
    writeSync(1, n + '\\n')
  }
`

test('Whatever was acknowledged before a kill -9 is in the journal, and nothing is there twice', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kill-')), 'journal.jsonl')
  let acknowledged = -1
  for (const lines of [50, 300, 1000]) {
    acknowledged = await writeUntilKilled(file, lines)
    const { replayed } = openJournal({ file, parse: (line) => line as { n: number } })
    expect(replayed.map(({ n }) => n)).toEqual([...replayed.keys()])
    expect(replayed.length).toBeGreaterThan(acknowledged)
  }
  expect(acknowledged).toBeGreaterThan(1300)
})

/** Gives the last number that the writer said it had kept. */
async function writeUntilKilled(file: string, lines: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', writer, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const guard = setTimeout(() => child.kill('SIGKILL'), 20_000)
  let last = -1
  let count = 0
  for await (const line of createInterface(child.stdout)) {
    last = Number(line)
    count += 1
    if (count === lines) child.kill('SIGKILL')
  }
  await ended
  clearTimeout(guard)
  return last
}
