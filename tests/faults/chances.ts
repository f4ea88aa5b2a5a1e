import type { Engine } from './a-house.ts'

/** The seeds of a fault test; `SEED` in the environment plays one again. */
export const SEEDS = process.env['SEED'] ? [Number(process.env['SEED'])] : [11, 23, 47]

/** Every seed on PostgreSQL, where products run; one on PGlite. */
export const CASES: readonly { readonly engine: Engine; readonly seed: number }[] = [
  ...SEEDS.slice(0, 1).map((seed) => ({ engine: 'pglite', seed }) as const),
  ...SEEDS.map((seed) => ({ engine: 'postgresql', seed }) as const),
]

/** The same numbers from 0 up to 1 for the same seed. */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
