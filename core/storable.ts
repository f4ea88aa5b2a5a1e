/**
 * A text that came in by a door, as it can be kept and looked up: no NUL, which PostgreSQL has no place for, and
 * no half of a surrogate pair, which is no character.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
