import type { TeamsApp } from './app.ts'
import { ADDRESSES } from './lint/addresses.ts'
import type { ChatPermission, Lint } from './lint/rule.ts'
import { SURFACE } from './lint/surface.ts'
import { WORDS } from './lint/words.ts'

export const LINTS: readonly Lint[] = [...ADDRESSES, ...SURFACE, ...WORDS]

/**
 * What Microsoft's schema lets pass and we do not: every sentence that is wrong with the app, with the name of its
 * rule. The allowed permissions are those that our own calls need.
 */
export function lintProblems(app: TeamsApp, allowed: readonly ChatPermission[]): readonly string[] {
  return LINTS.flatMap(({ name, says }) => says(app, allowed).map((sentence) => `${name}: ${sentence}`))
}
