import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { lockDirectory } from '#store/directory-lock.ts'

const children = new Set<ChildProcess>()
let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'directory-lock-'))
})

afterEach(async () => {
  for (const child of children) await kill(child)
  await rm(directory, { recursive: true, force: true })
})

test('a second process is refused at once while the first holds the directory', async () => {
  const first = await lockInAnotherProcess()
  expect(first.said).toBe('locked')
  const began = performance.now()
  expect(await lockDirectory(directory)).toEqual({ kind: 'taken' })
  expect(performance.now() - began).toBeLessThan(1000)
  expect((await lockInAnotherProcess()).said).toBe('taken')
})

test('a directory is free again when its holder was killed without warning', async () => {
  const first = await lockInAnotherProcess()
  expect(first.said).toBe('locked')
  await kill(first.child)
  const second = await lockInAnotherProcess()
  expect(second.said).toBe('locked')
  expect(await lockDirectory(directory)).toEqual({ kind: 'taken' })
})

test('a refusal takes nothing away from the holder', async () => {
  const held = await lockDirectory(directory)
  expect(held.kind).toBe('locked')
  expect((await lockInAnotherProcess()).said).toBe('taken')
  expect((await lockDirectory(directory)).kind).toBe('taken')
  expect((await lockInAnotherProcess()).said).toBe('taken')
  if (held.kind === 'locked') held.release()
  expect((await lockInAnotherProcess()).said).toBe('locked')
})

test('two directories are two locks, and a missing one is made', async () => {
  const one = await lockDirectory(join(directory, 'one/deep'))
  const other = await lockDirectory(join(directory, 'other'))
  expect([one.kind, other.kind]).toEqual(['locked', 'locked'])
  if (one.kind === 'locked') one.release()
  if (other.kind === 'locked') other.release()
})

test('a directory that cannot be had is a fault, not "taken"', async () => {
  await expect(lockDirectory('/dev/null/nowhere')).rejects.toThrow('ENOTDIR')
})

/** Runs another Node that locks the directory, says what came of it and then waits to be ended. */
async function lockInAnotherProcess(): Promise<{ child: ChildProcess; said: string }> {
  const lockModule = JSON.stringify(new URL('../store/directory-lock.ts', import.meta.url).href)
  const program = `
    const { lockDirectory } = await import(${lockModule})
    const lock = await lockDirectory(process.argv[1])
    process.stdout.write(lock.kind)
    setTimeout(() => lock.release?.(), 15_000)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const [said] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(10_000) })
  return { child, said: String(said) }
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
