/**
 * The nine aspects of practice of Leicester's key messages (LEI-13..21) as questions to an evaluator: a
 * proposal, because the framework does not print its own tool.
 */
export const nineAspects: unknown = [
  {
    id: 'management-oversight',
    title: 'Management oversight and supervision',
    question: 'How well did managers oversee, challenge and support the work with this child?',
    lookFor: [
      'Decisions by a manager are on the record, with the reason and the date.',
      'Supervision was regular, made room for reflection and challenged the practice.',
      'Managers checked that procedures were followed and that tools and research were used.',
    ],
  },
  {
    id: 'recording',
    title: 'Recording full and accurate details',
    question: 'Are the details of the child and the family on record, complete and correct?',
    lookFor: [
      'Names are spelt the same everywhere, and dates of birth agree.',
      'Religion, ethnicity, language and disability are recorded, not left blank.',
      'What is recorded stands in the right report, for the right person.',
    ],
  },
  {
    id: 'compliance',
    title: 'Compliance with procedures',
    question: 'Was the work done as the multi-agency procedures say, and in the time that they allow?',
    lookFor: [
      'The procedures that apply were known and used.',
      'Where the work departed from them, the reason is recorded.',
      'A manager checked it.',
    ],
  },
  {
    id: 'history',
    title: 'History of involvement',
    question: 'Was what had happened before found out, understood and used in what was done?',
    lookFor: [
      'Earlier involvement of your own service is on record and connected with the present.',
      'Partners were asked what they know of the family, and told what you know.',
      'There are no gaps, and no drift or delay because the history was not known.',
    ],
  },
  {
    id: 'voice-of-the-child',
    title: 'Voice of the child',
    question: 'What was life like for this child, how do we know, and what did it change?',
    lookFor: [
      'The child was seen and heard, whatever their age; a very young child was observed.',
      'The child’s own words are recorded apart from the worker’s.',
      'An independent interpreter was used where one was needed, never a child.',
      'The father and others who matter to the child were involved.',
    ],
  },
  {
    id: 'referrals',
    title: 'Referrals',
    question:
      'Were concerns referred in time, at the right threshold, and did the referrer hear the outcome?',
    lookFor: [
      'The thresholds were understood, and the referral gave the key information.',
      'Children’s social care told the referrer what was decided, and why.',
      'A referrer who heard nothing asked.',
    ],
  },
  {
    id: 'assessments-and-plans',
    title: 'Assessments and plans',
    question: 'Were assessments timely and thorough, and did the plan make a difference to the child?',
    lookFor: [
      'Tools and research were used, and partners contributed.',
      'The plan says who does what by when, and how we will know that it helped.',
      'The child and the parents were given it and understood it.',
    ],
  },
  {
    id: 'multi-agency-working',
    title: 'Multi-agency working and meetings',
    question: 'Did agencies work together, with the right people at the right meetings at the right time?',
    lookFor: [
      'Everyone who should be there was invited in good time, and came or sent a report.',
      'Strategy meetings were held as the procedures say.',
      'Accurate minutes went to everyone, and what was agreed there was done.',
    ],
  },
  {
    id: 'escalation',
    title: 'Escalation of concerns',
    question:
      'Where someone disagreed or was worried, was it escalated in time, and was the child safe meanwhile?',
    lookFor: [
      'The procedure for resolving disagreements was known and used.',
      'It was recorded how the child was kept safe until it was resolved.',
      'Whoever escalated heard the outcome.',
      'A need for more help was acted on at once and did not wait for a panel.',
    ],
  },
]
