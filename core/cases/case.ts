import type { Day } from '../calendar/day.ts'
import type { CaseId } from '../ids.ts'

/** What may be said of a case anywhere: its pseudonymous reference, such as N-08. */
export type Case = { readonly id: CaseId; readonly reference: string; readonly round: string }

/** Who the child is. A table of its own; read only where a role allows it, and every reading is audited. */
export type ChildIdentity = { readonly name: string; readonly born: Day }

/**
 * Whether a text would name the child: the name or a part of it, the initials, the date of birth in a usual
 * form (people-and-privacy.md 7.1). Such a text must not go onto a card.
 */
export function namesTheChild(text: string, child: ChildIdentity): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const names = child.name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 2 && part !== 'test')
  const initials = child.name
    .split(/[\s-]+/)
    .filter((part) => part !== 'Test')
    .map((part) => part[0] ?? '')
  const [year = '', month = '', ofMonth = ''] = child.born.split('-')
  const births = [
    child.born,
    `${ofMonth}/${month}/${year}`,
    `${Number(ofMonth)}/${Number(month)}/${year}`,
    `${ofMonth}.${month}.${year}`,
  ]
  return (
    names.some((name) => words.includes(name)) ||
    births.some((birth) => text.includes(birth)) ||
    new RegExp(`(^|[^\\p{L}])${initials.join('\\.?')}([^\\p{L}]|$)`, 'u').test(text)
  )
}
