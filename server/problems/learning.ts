import type { Sentence } from './sentence.ts'

export type LearningReason = 'not-yours-to-monitor' | 'no-agency-of-yours'

/** How all rounds stand, and how an agency does. */
export const learningProblems: Readonly<Record<LearningReason, Sentence>> = {
  'not-yours-to-monitor': {
    status: 403,
    title: 'This page is not for your post',
    detail: 'It is for those who oversee all rounds. If you should see it, ring the partnership.',
  },
  'no-agency-of-yours': {
    status: 403,
    title: 'You answer for no agency',
    detail:
      'This page is for lead persons and for whoever answers for an agency. The partnership says who that is.',
  },
}
