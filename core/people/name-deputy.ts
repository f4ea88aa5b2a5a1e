import type { Deps, Outcome } from '../ports.ts'
import { fill } from './fill-post.ts'
import type { Filling, FillRefused } from './fill-post.ts'

/** Somebody stands in for the holder of a post from a day on, and sees what the holder sees. */
export async function nameDeputy(deps: Deps, said: Filling): Outcome<{ version: number }, FillRefused> {
  return fill(deps, said, 'deputy')
}
