import { G, RI } from './evaluated.ts'
import type { Evaluated } from './evaluated.ts'

/** What seven agencies say of their work in N-14. */
export const n14: readonly Evaluated[] = [
  {
    agency: 'csc',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The young person was seen alone in the first week.',
    improvements: 'The hospital’s notice of January was closed because Early Help was there.',
    difference: 'A plan since March. It should have been January.',
  },
  {
    agency: 'eh',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The assessment is written with the young person, and in plain words.',
    improvements: 'The need was seen on 30 January and waited nineteen working days for a panel.',
    difference: 'She has one person whom she rings.',
    child: { met: true, words: '“You asked me first this time.”' },
    aspects: {
      escalation: { text: 'We waited for a date where the procedure allows to step up at once.', grade: RI },
    },
  },
  {
    agency: 'pol',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'Found quickly the first time, and the address of the friend is on the record.',
    improvements: 'Twice missing, and nobody spoke to the young person afterwards.',
    difference: 'Found. Not heard.',
  },
  {
    agency: 'pat',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'The youth worker of the ward sat with her; three notices went out before she left.',
    improvements: 'The notice does not say who will ring whom.',
    difference: 'A night in which somebody listened.',
  },
  {
    agency: 'pcft',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The school nurse went to the school on her own when she heard.',
    improvements: 'Not invited, and we have no way to notice that.',
    difference: 'Late, because we came late.',
  },
  {
    agency: 'gp',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The hospital’s letter was read in a week.',
    improvements: 'The invitation went to an address at which she hardly stays.',
    difference: 'She has not been seen here since October.',
  },
  {
    agency: 'edu',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'A quiet room, one teacher, and a form tutor who noticed clothes and sleep.',
    improvements: 'The school nurse should be on our list for every meeting.',
    difference: 'Two days missed since March.',
  },
]
