declare const kept: unique symbol

/** A text as its column holds it. Nothing but this file turns one into the other, so encryption has one place. */
export type Kept = string & { readonly [kept]: true }

/** What people typed, and who a child is, on the way into a column. Not encrypted yet (operations.md). */
export function keepText(text: string): Kept {
  return text as Kept
}

/** And back, for somebody who may read it. */
export function readText(column: Kept): string {
  return column
}
