import type { Grade } from '#core/cases/grade.ts'

import type { AgencyCode } from '../agencies.ts'

/** An agency's evaluation of its own work in one case. */
export type Evaluated = {
  readonly agency: AgencyCode
  readonly grade: Grade
  /** The two judgements of the sign-off: own performance, impact on the child. */
  readonly performance: Grade
  readonly impact: Grade
  readonly strengths: string
  readonly improvements: string
  readonly difference: string
  /** What the lead agency says of meeting the child and the family. */
  readonly child?:
    | { readonly met: true; readonly words: string }
    | { readonly met: false; readonly whyNot: string }
  /** Answers to single aspects of the tool, which are optional. */
  readonly aspects?: Readonly<Record<string, { readonly text: string; readonly grade?: Grade }>>
}

export const G: Grade = 'good'
export const RI: Grade = 'requires-improvement'
export const I: Grade = 'inadequate'
export const O: Grade = 'outstanding'
