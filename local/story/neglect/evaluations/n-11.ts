import { G, O } from './evaluated.ts'
import type { Evaluated } from './evaluated.ts'

/** What six agencies say of their work in N-11. */
export const n11: readonly Evaluated[] = [
  {
    agency: 'csc',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'One worker throughout, core groups in time, each step with a name and a day.',
    improvements: 'The plan could say earlier how we will know that it has worked.',
    difference: 'He is at school, warm, and says so himself.',
    child: { met: true, words: '“She listens with her pen down.”' },
  },
  {
    agency: 'pol',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'Both children were spoken to alone, at night, by an officer who had time.',
    improvements: 'The words of the children were in the notebook and reached the notice a day later.',
    difference: 'They were not frightened, and we know it from them.',
  },
  {
    agency: 'pcft',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'Mother’s worker thinks of the child and comes to the core group.',
    improvements: 'The plan for bad days should be in both records.',
    difference: 'A bad day is now a day at the aunt’s.',
  },
  {
    agency: 'gp',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'The plan for asthma was made with him and copied to the school.',
    improvements: 'The report to the review conference came on the day itself.',
    difference: 'No attack since January.',
  },
  {
    agency: 'brw',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'A visit made together with the social worker saved the family a second one.',
    improvements: 'The photographs of the damp were not put on the record.',
    difference: 'The wall is dry.',
  },
  {
    agency: 'edu',
    grade: O,
    performance: O,
    impact: G,
    strengths: 'Breakfast, homework club and one trusted adult, arranged so that he does not stand out.',
    improvements: 'We have not yet asked what his friends and mother see of it.',
    difference: 'Attendance from 82 to 96 per cent.',
  },
]
