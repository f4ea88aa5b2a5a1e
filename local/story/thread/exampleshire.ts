import { day } from '#core/calendar/day.ts'

import type { Furniture } from '../../house.ts'
import { personas as everybody } from '../neglect/personas.ts'
import type { Persona, StartHere, Story } from '../story.ts'
import { TENANT } from '../tenant.ts'
import { after, before } from './acts.ts'

const TAKES_PART: ReadonlySet<string> = new Set([
  'bea',
  'quinn',
  'ada',
  'eve',
  'wes',
  'sam',
  'dee',
  'gil',
  'dot',
])

/** Those of the whole round who take part in the thread. */
export const personas: readonly Persona[] = everybody.filter(({ id }) => TAKES_PART.has(id))

const startHere: readonly StartHere[] = [
  {
    title: 'Answer in chat',
    text: 'Wes is asked about an action that is late. Say that it is done, and how you know.',
    persona: 'wes',
    path: '/chat',
  },
  {
    title: 'Say whether it happened',
    text: 'Eve asked for it. Only she can close it: confirm one action, say no to the other.',
    persona: 'eve',
    path: '/chat',
  },
  {
    title: 'See it move',
    text: 'Sam, the manager, sees the status and everything that was said about it.',
    persona: 'sam',
    path: '/actions',
  },
  {
    title: 'Remind who is late',
    text: 'Bea reminds everyone with one press; then move the clock and see what climbs.',
    persona: 'bea',
    path: '/actions',
  },
]

const agencies = [
  ['csc', "Children's Social Care"],
  ['edu', 'Schools'],
  ['ccg', 'Clinical commissioning group'],
  ['gp', 'GPs'],
] as const

const cases = [
  ['N-02', 'Tomasz Birch-Test', '2009-03-14'],
  ['N-05', 'Aoife Cole-Test', '2011-01-30'],
  ['N-08', 'Wren Ashby-Test', '2014-02-03'],
  ['N-17', 'Zadie Elm-Test', '2006-04-22'],
] as const

const posts = [
  { id: 'bm', kind: 'business-manager', title: 'Business manager', agency: null, case: null, held: 'bea' },
  {
    id: 'qa',
    kind: 'qa-manager',
    title: 'The panel (QA manager)',
    agency: null,
    case: null,
    held: 'quinn',
  },
  {
    id: 'lead-csc',
    kind: 'lead-person',
    title: "Children's Social Care (lead person)",
    agency: 'csc',
    case: null,
    held: 'ada',
  },
  {
    id: 'lead-edu',
    kind: 'lead-person',
    title: 'Schools (lead person)',
    agency: 'edu',
    case: null,
    held: 'eve',
    deputy: 'dot',
  },
  {
    id: 'lead-ccg',
    kind: 'lead-person',
    title: 'Health (Designated Nurse)',
    agency: 'ccg',
    case: null,
    held: 'dee',
  },
  { id: 'lead-gp', kind: 'lead-person', title: 'GPs (Named GP)', agency: 'gp', case: null, held: 'gil' },
  {
    id: 'worker-n08',
    kind: 'allocated-worker',
    title: 'Allocated worker of N-08',
    agency: 'csc',
    case: 'case-n-08',
    held: 'wes',
  },
  {
    id: 'manager-n08',
    kind: 'supervising-manager',
    title: 'Supervising manager of N-08',
    agency: 'csc',
    case: 'case-n-08',
    held: 'sam',
  },
] as const

const since = day('2018-04-17')

/** The partnership of the example, before panel day. */
export const exampleshire: Furniture = {
  partnership: {
    name: 'Exampleshire safeguarding children partnership',
    contact_name: 'Bea Officer-Test',
    contact_phone: '01632 960123',
  },
  agency: agencies.map(([id, name]) => ({ id, name })),
  person: personas.map(({ id, name, road }, index) => ({
    id,
    name,
    road,
    mail: `${id}@example.org`,
    tenant_id: TENANT,
    aad_id: `0c5e0000-0000-4000-8000-${String(100 + index).padStart(12, '0')}`,
  })),
  evaluation_case: cases.map(([reference]) => ({ id: caseId(reference), reference, round: 'N-2018-2' })),
  child_identity: cases.map(([reference, name, born]) => ({
    case_id: caseId(reference),
    name,
    born: day(born),
  })),
  post: posts.map(({ id, kind, title, agency, case: of }) => ({
    id,
    kind,
    title,
    agency_id: agency,
    case_id: of,
  })),
  post_holding: posts.flatMap((post) => [
    { post_id: post.id, person_id: post.held, from_day: since, to_day: null, held_as: 'holder' as const },
    ...('deputy' in post
      ? [
          {
            post_id: post.id,
            person_id: post.deputy,
            from_day: since,
            to_day: null,
            held_as: 'deputy' as const,
          },
        ]
      : []),
  ]),
}

function caseId(reference: string): string {
  return `case-${reference.toLowerCase()}`
}

/** One action's thread through the house, without a round around it: it loads fast. */
export const thread: Story = {
  personas,
  startHere,
  furniture: exampleshire,
  before,
  after,
  stands: 'The example stands at Monday 18 June 2018, 10:00.',
}
