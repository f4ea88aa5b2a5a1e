import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export type Child = {
  /** The exit code, or 1 if a signal ended it or it never started. */
  readonly ended: Promise<number>
  isRunning(): boolean
  /** Asks the child and all that it started to end; after `patienceMs` (5 s) makes them. */
  stop(patienceMs?: number): Promise<void>
}

export type Output = 'inherit' | 'ignore' | number

/**
 * Starts a program as the head of a group of its own, so that Ctrl-C reaches it through us alone. It gets no
 * input; what it started and left behind is killed when it ends, and all of it when we exit.
 */
export function startChild(
  program: string,
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>
    readonly output?: Output
    readonly cwd?: string
  } = {},
): Child {
  const output = options.output ?? 'inherit'
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
  })
  running.add(child)
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => {
    running.delete(child)
    signalGroup(child, 'SIGKILL')
  })
  return {
    ended,
    isRunning: () => running.has(child),
    stop: async (patienceMs = 5000) => {
      if (!running.has(child)) return
      signalGroup(child, 'SIGTERM')
      await Promise.race([ended, pause(patienceMs, undefined, { ref: false })])
      if (running.has(child)) signalGroup(child, 'SIGKILL')
      await ended
    },
  }
}

/** Polls an address until it answers 200; "ended" if the child ended first, "late" after `limitMs`. */
export async function waitForAnswer(
  url: string,
  child: Child,
  limitMs: number,
): Promise<'ready' | 'ended' | 'late'> {
  const deadline = Date.now() + limitMs
  while (Date.now() < deadline) {
    if (!child.isRunning()) return 'ended'
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200) return 'ready'
    await pause(100)
  }
  return 'late'
}

/**
 * Resolves with the signal's number when somebody asks this process to end: Ctrl-C, a closed terminal, kill; or
 * an end of the `npm run` above us, which doesn't always pass on the signal that ended it.
 */
export async function askedToEnd(): Promise<number> {
  return Promise.race([
    once(process, 'SIGINT').then(() => 2),
    once(process, 'SIGTERM').then(() => 15),
    once(process, 'SIGHUP').then(() => 1),
    npmIsGone().then(() => 15),
  ])
}

function npmIsGone(): Promise<void> {
  const parent = process.ppid
  return new Promise((resolve) => {
    if (process.env['npm_execpath'] === undefined) return
    const look = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(look)
      resolve()
    }, 1000)
    look.unref()
  })
}

const running = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The whole group is gone already.
  }
}
