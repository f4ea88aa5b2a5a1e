import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { withYear } from '../chronology/words.ts'
import { CASE_TYPES } from './case-type.ts'
import type { CaseType } from './case-type.ts'
import type { ChildIdentity } from './case.ts'

/**
 * "Case details copied from audit" (OLD-143..150): who the child is, and what is of a special category. They stand
 * behind one wall, every view is audited, and they are in no card, no mail and no list. Null: not recorded.
 */
export type ChildDetails = ChildIdentity & {
  readonly gender: string | null
  readonly ethnicity: string | null
  readonly religion: string | null
  /** When the case that is open now was opened. */
  readonly opened: Day | null
  readonly type: CaseType | null
}

/** The details as they stood from a time on. The first version is the long list's: nobody wrote it here. */
export type DetailsVersion = ChildDetails & {
  readonly version: number
  readonly by: string | null
  readonly at: Moment | null
}

/** What stood there before somebody put it right. */
export type Correction = {
  readonly what: string
  readonly was: string
  readonly by: string | null
  readonly at: Moment | null
}

/** What was written over what, the newest first. What is filled for the first time corrects nothing. */
export function correctionsIn(versions: readonly DetailsVersion[]): readonly Correction[] {
  return versions
    .slice(1)
    .flatMap((after, place) => {
      const before = versions[place]
      if (!before) return []
      return FIELDS.flatMap((field): Correction[] =>
        before[field] === after[field] || (before[field] === null && field !== 'born')
          ? []
          : [{ what: DETAIL_WORDS[field], was: inWords(before, field), by: after.by, at: after.at }],
      )
    })
    .toReversed()
}

/** Whether anything is said that does not stand there already. */
export function differ(before: ChildDetails, after: ChildDetails): boolean {
  return FIELDS.some((field) => before[field] !== after[field])
}

/** What each is called, in the order of the form. */
export const DETAIL_WORDS = {
  opened: 'Date case currently opened',
  name: 'Name',
  born: 'Date of birth',
  gender: 'Gender',
  ethnicity: 'Ethnicity',
  religion: 'Religion',
  type: 'Type of case',
} as const satisfies Readonly<Record<keyof ChildDetails, string>>

const FIELDS = Object.keys(DETAIL_WORDS) as readonly (keyof ChildDetails)[]

/** A detail in words: a day with its year, a type as the form names it. */
export function inWords(of: ChildDetails, field: keyof ChildDetails): string {
  if (field === 'type') return of.type ? CASE_TYPES[of.type] : NOT_RECORDED
  if (field === 'born') return of.born ? withYear(of.born) : 'Not born yet'
  if (field === 'opened') return of.opened ? withYear(of.opened) : NOT_RECORDED
  return of[field] ?? NOT_RECORDED
}

/** Religion above all is often missing (LEI-14): that is said, not left out. */
const NOT_RECORDED = 'Not recorded'
