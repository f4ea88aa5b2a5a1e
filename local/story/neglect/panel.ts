import type { Grade } from '#core/cases/grade.ts'

import type { AgencyCode } from './agencies.ts'
import { G, I, RI } from './evaluations/evaluated.ts'
import type { Selected } from './selection.ts'

type PanelFound = {
  /** How well the agencies worked together. */
  readonly judgement: Grade
  /** Where the panel's grade is not the agency's own, and why. */
  readonly regrades: readonly {
    readonly agency: AgencyCode
    readonly to: Grade
    readonly rationale: string
  }[]
  /** What the worker reads first. */
  readonly good: string
}

/** What the panel found on Wednesday 6 June 2018. */
export const panel: Readonly<Record<Selected, PanelFound>> = {
  'N-02': {
    judgement: RI,
    regrades: [{ agency: 'edu', to: RI, rationale: 'Attendance concern held five weeks before sharing.' }],
    good: 'You asked the grandmother, and you found out why the mornings fail. The assessment is thorough and kind.',
  },
  'N-05': {
    judgement: RI,
    regrades: [
      { agency: 'csc', to: RI, rationale: 'Visits in time but child seen alone once.' },
      { agency: 'gp', to: RI, rationale: 'Two missed appointments not followed up.' },
    ],
    good: 'Every visit was in time, and the bed came because you had listened to what was wished for.',
  },
  'N-08': {
    judgement: I,
    regrades: [
      { agency: 'csc', to: I, rationale: 'Three weeks’ delay after promise.' },
      { agency: 'pcft', to: RI, rationale: 'No contact with father.' },
    ],
    good: 'From the first visit on you saw the child each week, and wrote down the child’s own words and drawing.',
  },
  'N-11': {
    judgement: G,
    regrades: [{ agency: 'edu', to: G, rationale: 'Strong, not yet evidenced impact.' }],
    good: 'One worker, core groups in time, and a child who knows the plan. The panel thanks everybody.',
  },
  'N-14': {
    judgement: RI,
    regrades: [],
    good: 'You wrote the assessment with the young person, in plain words, and stayed the one to ring.',
  },
  'N-17': {
    judgement: I,
    regrades: [
      { agency: 'pol', to: RI, rationale: 'Children not spoken to on two visits.' },
      { agency: 'gp', to: I, rationale: 'Information request unanswered.' },
    ],
    good: 'The core groups were held, and what the child said at the conference stands in the record word for word.',
  },
}
