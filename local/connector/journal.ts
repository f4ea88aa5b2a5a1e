import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file of facts: one JSON object a line, only ever added to. */
export type Journal<Entry> = {
  /** What the file held when it was opened, oldest first. */
  readonly replayed: readonly Entry[]
  /** The entry is in the operating system's hands when this returns: a killed process doesn't lose it. */
  append(entry: Entry): void
  /** Forgets everything: local mode starts again. */
  empty(): void
  close(): void
}

/**
 * Opens (or makes) the journal in `file` and reads what it holds. A last line that a kill cut short is
 * dropped, for nobody was told that it had been kept; any other line that `parse` refuses throws with its number.
 */
export function openJournal<Entry>(options: {
  readonly file: string
  readonly parse: (line: unknown) => Entry
}): Journal<Entry> {
  mkdirSync(dirname(options.file), { recursive: true })
  const descriptor = openSync(options.file, 'a+', 0o600)
  const { replayed, size } = replay(readFileSync(descriptor), options.parse)
  ftruncateSync(descriptor, size)

  return {
    replayed,
    append(entry) {
      appendWhole(descriptor, Buffer.from(`${JSON.stringify(entry)}\n`))
    },
    empty() {
      ftruncateSync(descriptor, 0)
    },
    close() {
      closeSync(descriptor)
    },
  }
}

const newline = 0x0a

function replay<Entry>(bytes: Buffer, parse: (line: unknown) => Entry) {
  const replayed: Entry[] = []
  let size = 0
  for (let number = 1; size < bytes.length; number += 1) {
    const end = bytes.indexOf(newline, size)
    if (end === -1) break
    const line = bytes.toString('utf8', size, end)
    const isLast = end === bytes.length - 1
    const value = jsonOf(line)
    if (value === undefined && isLast) break
    replayed.push(parseLine(value, number, parse))
    size = end + 1
  }
  return { replayed, size }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function parseLine<Entry>(value: unknown, number: number, parse: (line: unknown) => Entry): Entry {
  try {
    return parse(value)
  } catch (cause) {
    throw new Error(`Line ${number} of the journal can't be read`, { cause })
  }
}

/** All of the line or none of it: a full disk must not leave half a line before the next one. */
function appendWhole(descriptor: number, line: Buffer) {
  const before = fstatSync(descriptor).size
  try {
    for (let written = 0; written < line.length;) written += writeSync(descriptor, line, written)
  } catch (fault) {
    ftruncateSync(descriptor, before)
    throw fault
  }
}
