import { G, RI } from './evaluated.ts'
import type { Evaluated } from './evaluated.ts'

/** What seven agencies say of their work in N-05. */
export const n05: readonly Evaluated[] = [
  {
    agency: 'csc',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'Every visit was in time, and the bed came because she had said what she wanted.',
    improvements: 'Only one visit in four months was to the child alone.',
    difference: 'A bed of her own, and glasses.',
    child: {
      met: false,
      whyNot: 'The family was away in the week of the evaluation; a day in June is agreed.',
    },
    aspects: {
      'voice-of-the-child': { text: 'Strong where she was seen alone; that was once.', grade: RI },
    },
  },
  {
    agency: 'eh',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'Stepped up four days after the assessment, without waiting for a panel.',
    improvements: 'Father was not asked.',
    difference: 'She came to the right service in the same month.',
  },
  {
    agency: 'pat',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'The missed clinic was called “was not brought” and the letter went to two places.',
    improvements: 'The letter should also have gone to the school nurse.',
    difference: 'The eyes were looked at in April; half a year was lost.',
  },
  {
    agency: 'pcft',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'The school nurse noticed that records were missing and asked for them.',
    improvements: 'The answer took two months and was not chased.',
    difference: 'Growth is now followed.',
  },
  {
    agency: 'gp',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'Registration complete, immunisations up to date, the practice knows the family well.',
    improvements: 'The practice’s system does not ask anybody to ring when a child is not brought.',
    difference: 'Her basic care is in order.',
    aspects: {
      recording: { text: 'Religion and first language are blank.', grade: RI },
    },
  },
  {
    agency: 'brw',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The health visitor had seen the family often in the first years.',
    improvements: 'There is no record that anything was handed over at school age.',
    difference: 'The school nurse began with an empty page.',
  },
  {
    agency: 'edu',
    grade: G,
    performance: G,
    impact: G,
    strengths: 'The headaches were heard, mother was rung, and the log shows each step.',
    improvements: 'Three weeks went by between two calls.',
    difference: 'She can see the board and has moved to the front table by her own choice.',
  },
]
