import { G, I, RI } from './evaluated.ts'
import type { Evaluated } from './evaluated.ts'

/** What six agencies say of their work in N-17. */
export const n17: readonly Evaluated[] = [
  {
    agency: 'csc',
    grade: I,
    performance: I,
    impact: I,
    strengths: 'The core groups were held, and the independent chair said clearly what was missing.',
    improvements:
      'The plan names no days. The safety plan did not reach the school. Legal advice was not sought.',
    difference: 'Five months of a plan, and the child still looks after her brothers.',
    child: { met: true, words: '“I told three people already. You are the fourth.”' },
    aspects: {
      'assessments-and-plans': { text: 'A list of wishes without a name or a day.', grade: I },
      'management-oversight': {
        text: 'Supervision twice in five months; drift was noted, not acted on.',
        grade: I,
      },
    },
  },
  {
    agency: 'pol',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'Both calls were answered in minutes, and both notices were sent.',
    improvements: 'The officers could have asked the children how they were.',
    difference: 'The parties stopped for a while.',
  },
  {
    agency: 'pat',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'What the child asked for was written down in her own words.',
    improvements: 'The notice went to one person, who was on leave, and nobody saw that it lay there.',
    difference: 'The skin healed twice.',
    aspects: {
      recording: { text: 'Two dates of birth in our own system, a day apart. Religion is blank.', grade: RI },
    },
  },
  {
    agency: 'pcft',
    grade: RI,
    performance: RI,
    impact: RI,
    strengths: 'The adult team knew that there were children and wrote their names down.',
    improvements: 'Closed after three missed appointments without telling anybody.',
    difference: 'Mother lost a service; the children felt it first.',
  },
  {
    agency: 'gp',
    grade: RI,
    performance: RI,
    impact: I,
    strengths: 'All three children are registered and immunised.',
    improvements: 'The request for information of March lies unanswered.',
    difference: 'What we know reached nobody.',
  },
  {
    agency: 'edu',
    grade: G,
    performance: G,
    impact: RI,
    strengths: 'She was believed each time, and her brother could sit at the back.',
    improvements: 'We should have asked for our copy of the safety plan in February.',
    difference: 'School is the place where she is a child.',
  },
]
