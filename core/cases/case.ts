import type { Day } from '../calendar/day.ts'
import type { CaseId } from '../ids.ts'

/** What may be said of a case anywhere: its pseudonymous reference, such as N-08. */
export type Case = { readonly id: CaseId; readonly reference: string; readonly round: string }

/** Who the child is; an unborn child has no date of birth. A table of its own: every reading is audited. */
export type ChildIdentity = { readonly name: string; readonly born: Day | null }

/**
 * Whether a text would name the child: the name or a part of it, the initials, the date of birth in a usual
 * form (people-and-privacy.md 7.1). Such a text must not go onto a card.
 */
export function namesTheChild(text: string, child: ChildIdentity): boolean {
  const plain = unadorned(text)
  const names = unadorned(child.name)
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '' && part !== 'Test')
  return (
    hasName(plain, names) ||
    initialsOf(names).test(plain) ||
    (child.born !== null && (birthOf(child.born).test(plain) || text.includes(child.born)))
  )
}

/** Names of two letters are words of their own, too: they count only as they are written. */
function hasName(text: string, names: readonly string[]): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u)
  const small = words.map((word) => word.toLowerCase())
  return names.some((name) =>
    name.length > 2 ? small.includes(name.toLowerCase()) : name.length === 2 && words.includes(name),
  )
}

/** "WA", "W.A.", "W. A."; one letter alone is no initials. */
function initialsOf(names: readonly string[]): RegExp {
  const letters = names.map((part) => part.slice(0, 1))
  if (letters.length < 2) return NEVER
  return new RegExp(`(?<!\\p{L})${letters.join('\\.? ?')}(?!\\p{L})`, 'u')
}

const NEVER = /(?!)/

/** "3/2/2014", "03.02.14", "3 February 2014", "3rd of Feb 2014". */
function birthOf(born: Day): RegExp {
  const [year = '', month = '', ofMonth = ''] = born.split('-')
  const name = MONTHS[Number(month) - 1] ?? ''
  const months = `(0?${Number(month)}|${name.slice(0, 3)}(${name.slice(3)})?)`
  const between = '[\\s./,-]+(of )?'
  return new RegExp(
    `(?<!\\d)0?${Number(ofMonth)}(st|nd|rd|th)?${between}${months}${between}(${year.slice(0, 2)})?${year.slice(2)}(?!\\d)`,
    'i',
  )
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** Without accents and invisible characters: people type names in many ways. */
function unadorned(text: string): string {
  return text.normalize('NFD').replaceAll(/[\p{M}\p{Cf}]/gu, '')
}
