import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { openJournal } from './journal.ts'

const parse = (line: unknown) => z.object({ n: z.number() }).parse(line)
const newFile = () => join(mkdtempSync(join(tmpdir(), 'journal-')), 'deep', 'journal.jsonl')

test('What was appended is there after opening again, oldest first', () => {
  const file = newFile()
  const first = openJournal({ file, parse })
  expect(first.replayed).toEqual([])
  first.append({ n: 1 })
  first.append({ n: 2 })
  // Not closed: a killed process closes nothing.
  expect(openJournal({ file, parse }).replayed).toEqual([{ n: 1 }, { n: 2 }])
  first.close()
})

test.each([['{"n":'], ['{"n":3}'], ['{"n":3\n']])(
  'A last line cut short (%j) is dropped, and the next entry starts a line of its own',
  (torn) => {
    const file = newFile()
    openJournal({ file, parse }).append({ n: 1 })
    appendFileSync(file, torn)

    const again = openJournal({ file, parse })
    expect(again.replayed).toEqual([{ n: 1 }])
    again.append({ n: 2 })
    expect(readFileSync(file, 'utf8')).toBe('{"n":1}\n{"n":2}\n')
  },
)

test.each([['{"n":\n{"n":2}\n'], ['{"m":1}\n']])(
  'A spoilt line (%j) is not passed over: it throws',
  (text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'journal-')), 'journal.jsonl')
    writeFileSync(file, text)
    expect(() => openJournal({ file, parse })).toThrow('Line 1 of the journal')
    expect(readFileSync(file, 'utf8')).toBe(text)
  },
)
