import { G, RI } from './evaluated.ts'
import type { Evaluated } from './evaluated.ts'

/** What seven agencies say of their work in N-02. */
export const n02: readonly Evaluated[] = [
  {
    agency: 'csc',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'Once it began, the assessment was thorough, and the grandmother was asked.',
    improvements: 'Two contacts were decided without the history, which is in the second system.',
    difference: 'Somebody now knows why the mornings fail. It could have been known in December.',
    child: { met: true, words: '“My brother likes noodles. I like being on time.”' },
    aspects: {
      history: { text: 'Records before 2016 are in the second system and were not looked up.', grade: RI },
    },
  },
  {
    agency: 'eh',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The worker found out that letters were not read, and changed to visits.',
    improvements: 'Seven weeks passed before the parents were seen. Two visits were made at school time.',
    difference: 'Small. The trust of the parents is new.',
  },
  {
    agency: 'pol',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'The child was spoken to at his own height and taken home; the notice was sent in two days.',
    improvements: 'The notice could have said that it was the second time that month.',
    difference: 'Safe that night. What followed was in the hands of others.',
  },
  {
    agency: 'pat',
    grade: G,
    performance: G,
    impact: G,
    strengths:
      'The burn was seen for what it was: a child who cooks alone. Two notices went out the same day.',
    improvements: 'We did not hear what became of the notice, and did not ask.',
    difference: 'The hand healed, and two agencies knew why it was burnt.',
  },
  {
    agency: 'pcft',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The notice of the hospital was read within a week.',
    improvements: 'No visit was planned and the reason is not on the record.',
    difference: 'None that we can show.',
  },
  {
    agency: 'gp',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The same doctor each time; the child talked to her.',
    improvements: 'Three visits with stomach ache and nobody asked about school or home.',
    difference: 'The child was reassured. The cause was missed.',
  },
  {
    agency: 'edu',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'Every missed day has a reason on the record, and the class teacher kept asking.',
    improvements: 'The concern was written down on 11 December and shared on 15 January.',
    difference: 'The referral in January began what helps now.',
    aspects: {
      referrals: { text: 'Clear and complete, but five weeks after the concern.', grade: RI },
    },
  },
]
