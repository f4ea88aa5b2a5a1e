import type { Happened } from '#core/happened.ts'
import type { Outcome, Reads, UseCase } from '#core/ports.ts'
import { ok } from '#core/result.ts'
import type { Change } from '#core/subject.ts'
import type { Write } from '#core/writes.ts'

/**
 * Texts that one person writes into one return in one go: each through its use case, all in one transaction.
 * What the first of them does to the return, the others find done. One refusal refuses all.
 */
export function inOneGo<I, T, R extends string>(useCase: UseCase<I, T, R>): UseCase<readonly I[], null, R> {
  return async function writtenInOneGo(deps, inputs): Outcome<null, R> {
    const reads = remembering(deps.reads)
    const writes: Write[] = []
    let changes: readonly Change[] = []
    let happened: readonly Happened[] = []
    for (const [place, input] of inputs.entries()) {
      const one = await useCase({ ...deps, reads }, input)
      if (!one.ok) return one
      writes.push(...(one.value.writes ?? []))
      if (place === 0) ({ changes, happened } = one.value)
    }
    return ok({ value: null, writes, changes, happened })
  }
}

/** Nothing is saved between one text and the next, so that what was read once is still so. */
function remembering(reads: Reads): Reads {
  const frames = new Map<string, ReturnType<Reads['frameOf']>>()
  const returns = new Map<string, ReturnType<Reads['return']>>()
  const written = new Map<string, ReturnType<Reads['writtenIn']>>()
  const deeds = new Map<string, ReturnType<Reads['deedsSince']>>()
  return {
    ...reads,
    frameOf: (id) => once(frames, id, () => reads.frameOf(id)),
    return: (id) => once(returns, id, () => reads.return(id)),
    answer: async (of, field) =>
      (await once(written, of, () => reads.writtenIn(of))).answers.find((each) => each.field === field),
    deedsSince: (of, since) => once(deeds, of, () => reads.deedsSince(of, since)),
  }
}

function once<T>(known: Map<string, T>, key: string, read: () => T): T {
  const found = known.get(key) ?? read()
  known.set(key, found)
  return found
}
