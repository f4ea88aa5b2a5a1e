import type { Sentence } from './sentence.ts'

export type LearningReason = 'not-yours-to-monitor' | 'no-agency-of-yours'

/** How all rounds stand, and how an agency does. */
export const learningProblems: Readonly<Record<LearningReason, Sentence>> = {
  'not-yours-to-monitor': {
    status: 403,
    title: 'This page is the subgroup’s',
    detail: 'The chair of the subgroup and the partnership see what becomes of all rounds.',
  },
  'no-agency-of-yours': {
    status: 403,
    title: 'You answer for no agency',
    detail:
      'This page is for lead persons and for whoever represents an agency on the board. The partnership says who that is.',
  },
}
