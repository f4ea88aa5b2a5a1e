import type { RaiseEscalation } from '#core/escalation/commands.ts'

/**
 * Who can be asked about a concern outside a round, each by an agency's post of its own: from January 2018 on,
 * months before the round. Everybody is of the example.
 */
export const escalationPosts = [
  { id: 'dsl-schools', agency: 'edu', title: 'Safeguarding lead, Schools', held: 'eve' },
  { id: 'duty-csc', agency: 'csc', title: "Duty team, Children's Social Care", held: 'wes' },
  { id: 'team-b-csc', agency: 'csc', title: "Family support team, Children's Social Care", held: 'wil' },
  { id: 'managers-csc', agency: 'csc', title: "Team managers, Children's Social Care", held: 'sam' },
  { id: 'service-csc', agency: 'csc', title: "Service manager, Children's Social Care", held: 'sid' },
  { id: 'head-csc', agency: 'csc', title: "Head of service, Children's Social Care", held: 'ada' },
  { id: 'practitioner-eh', agency: 'eh', title: 'Early Help practitioner', held: 'sky' },
  { id: 'step-up-panel', agency: 'csc', title: 'Step-up panel', held: 'ada' },
  { id: 'visitor-brw', agency: 'brw', title: 'Health visitor, Community provider', held: 'bri' },
] as const
export type EscalationPost = (typeof escalationPosts)[number]['id']

/** A concern as it is raised in the story. */
type Concern = Pick<RaiseEscalation, 'concern' | 'about' | 'reference' | 'interimSafety'> & {
  readonly raiser: EscalationPost
  readonly addressee: EscalationPost
}

/** X1 to X4 of the example (example-data.md, "Escalations in the set"). X5 is refused, and stores nothing. */
export const concerns = {
  X1: {
    concern:
      'A visit was agreed on the second contact. Nobody has come, and the school was not told when somebody will.',
    about: 'action',
    reference: 'N-08',
    raiser: 'dsl-schools',
    addressee: 'duty-csc',
    interimSafety: 'The school sees the child each morning and rings at once when the child is not there.',
  },
  X2: {
    concern: 'The family waits for the next step-up panel. The plan no longer keeps the child safe enough.',
    about: 'stepping',
    reference: '',
    raiser: 'practitioner-eh',
    addressee: 'step-up-panel',
    interimSafety: 'Early Help visits twice a week; the grandmother has the child at weekends.',
  },
  X3: {
    concern: 'Two teams each say that the other one holds the case. Nobody is allocated.',
    about: 'roles',
    reference: '',
    raiser: 'duty-csc',
    addressee: 'team-b-csc',
    interimSafety: 'The duty team keeps the case and visits until one is allocated.',
  },
  X4: {
    concern: 'Three referrals were closed without an assessment, each as below the threshold.',
    about: 'threshold',
    reference: '',
    raiser: 'visitor-brw',
    addressee: 'duty-csc',
    interimSafety: 'The health visitor weighs the baby every week and rings the GP the same day.',
  },
} as const satisfies Readonly<Record<string, Concern>>
export type ConcernNumber = keyof typeof concerns
