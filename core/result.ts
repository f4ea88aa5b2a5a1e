/** An expected "no" is a value with a reason that the field would recognise; only faults throw. */
export type Result<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly reason: R
      /** Which cases or agencies are meant: references and names of agencies, nothing about a person. */
      readonly about?: readonly string[]
    }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<R extends string>(
  reason: R,
  about: readonly string[] = [],
): { readonly ok: false; readonly reason: R; readonly about?: readonly string[] } {
  return about.length > 0 ? { ok: false, reason, about } : { ok: false, reason }
}
