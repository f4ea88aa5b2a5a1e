import { G, I, RI } from './evaluated.ts'
import type { Evaluated } from './evaluated.ts'

/** What six agencies say of their work in N-08. */
export const n08: readonly Evaluated[] = [
  {
    agency: 'csc',
    grade: RI,
    performance: RI,
    impact: I,
    strengths: 'From the visit of 2 February on the work was quick, and the conference was in time.',
    improvements:
      'The referrer was not told of the decision. A visit was promised for 12 January and made three weeks later.',
    difference: 'There is a plan and there is food in the house. The child waited for it for eleven weeks.',
    child: {
      met: true,
      words:
        '“The lady with the blue car looks in the fridge now. I showed her where the good biscuits are.”',
    },
    aspects: {
      escalation: {
        text: 'The school escalated on 9 January. Our answer was a promise that nobody checked.',
        grade: I,
      },
      referrals: {
        text: 'The decision was right to record, wrong in substance, and told to nobody.',
        grade: I,
      },
      'multi-agency-working': {
        text: 'The school nurse was not invited to the strategy meeting.',
        grade: RI,
      },
    },
  },
  {
    agency: 'pol',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The notice was sent the same night.',
    improvements: 'The child was asleep and was not seen, and nobody went back.',
    difference: 'Others knew of the call. For the child nothing changed.',
  },
  {
    agency: 'pat',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'Treated at once and with kindness; the nurse wrote down how the child behaved.',
    improvements: 'A letter to the practice was not enough: neglected teeth should have gone to social care.',
    difference: 'The pain went.',
  },
  {
    agency: 'pcft',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'The school nurse saw the child twice and came to the core group although invited late.',
    improvements: 'Nobody looked for the father.',
    difference: 'The teeth and the weight are on the plan.',
  },
  {
    agency: 'gp',
    grade: I,
    performance: I,
    impact: I,
    strengths: 'The letter of the hospital was filed on the day on which it came.',
    improvements:
      'Filed and not read: no recall, no question to the school nurse, no reply to the conference.',
    difference: 'None.',
    aspects: {
      recording: {
        text: 'Our record has the date of birth one month later than the long list. Religion is blank.',
        grade: RI,
      },
    },
  },
  {
    agency: 'edu',
    grade: RI,
    performance: G,
    impact: RI,
    strengths: 'The staff heard every word, wrote it down as it was said, and did not let go.',
    improvements: 'After 12 January we believed that the visit was done and did not ask the child.',
    difference: 'The child was fed at school, and without the school there would be no plan.',
    aspects: {
      escalation: { text: 'Escalated in time; not followed to its end.', grade: RI },
    },
  },
]
