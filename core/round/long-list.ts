import type { Day } from '../calendar/day.ts'
import type { Threshold } from '../cases/case-file.ts'
import type { CaseId } from '../ids.ts'

/** A child of the long list, with the adults around (OLD-95). An unborn child has no date of birth. */
export type ListedCase = {
  readonly id: CaseId
  readonly reference: string
  readonly name: string
  readonly born: Day | null
  readonly threshold: Threshold
  readonly adults: readonly Adult[]
}

export type Adult = {
  readonly name: string
  readonly relation: string
  readonly livesWith: boolean
  readonly parentalResponsibility: boolean
}
