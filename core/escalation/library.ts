import { parseLadder } from './commands.ts'
import type { Ladder } from './ladder.ts'
import { generic } from './ladders/generic.ts'
import { intraAgency } from './ladders/intra-agency.ts'
import { leicester } from './ladders/leicester.ts'
import { lincolnshire } from './ladders/lincolnshire.ts'
import { sefton } from './ladders/sefton.ts'

/** Every ladder as it came with the product, the default first; the partnership's own versions are read. */
export const LADDERS: readonly Ladder[] = [generic, intraAgency, sefton, lincolnshire, leicester].map(
  parseLadder,
)

/** The ladder of one name, or the default: another between teams of one agency. */
export function ladderFor(
  id: string | undefined,
  withinOneAgency: boolean,
  ladders: readonly Ladder[] = LADDERS,
): Ladder | undefined {
  const wanted = id ?? (withinOneAgency ? intraAgency.id : generic.id)
  return ladders.find((ladder) => ladder.id === wanted)
}
