import type { Deps, Outcome } from '../ports.ts'
import { fill } from './fill-post.ts'
import type { Filling, FillRefused } from './fill-post.ts'

/** Somebody holds a post from a day on: what is owed by the post stays, and is theirs from then. */
export async function nameHolder(deps: Deps, said: Filling): Outcome<{ version: number }, FillRefused> {
  return fill(deps, said, 'holder')
}
