const FIRST_MS = 2000
const LONGEST_MS = 300_000

/**
 * How long to wait before a message is tried again, in milliseconds: twice as long after each try, up to five
 * minutes, the half of it by chance, so that many do not come back at once. Ten tries take about a quarter of an hour.
 */
export function waitBefore(attempts: number, chance: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 10))
  return Math.round(longest / 2 + (chance() * longest) / 2)
}
