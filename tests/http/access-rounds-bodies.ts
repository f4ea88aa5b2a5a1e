import { TENANT } from '#local/story/tenant.ts'

import type { Neglect } from './neglect.ts'

/** A word of the draft that nobody outside its agency may read. */
export const DRAFTED = 'quokkadraft'

export const anEntry = {
  on: '2018-03-06',
  until: null,
  source: 'log 31',
  event: `A call was taken, ${DRAFTED}.`,
  voice: '',
  raisedBy: '',
  response: '',
  responseSeen: 'not-needed',
}

const LEADS = {
  ada: { agency: 'csc', name: "Children's Social Care", collator: null },
  cal: { agency: 'pol', name: 'Police', collator: null },
  dee: { agency: 'ccg', name: 'Clinical commissioning group', collator: null },
  gil: { agency: 'gp', name: 'GPs', collator: 'Clinical commissioning group' },
} as const

export function aMember(person: keyof typeof LEADS) {
  return { ...LEADS[person], lead: { person }, jobTitle: 'Lead person', senior: true }
}

/** What all rounds have that were set up beside the neglect round: day 11 is the day of the story. */
const facts = { sources: ['previous-audit'], start: '2018-06-04', leftOut: [] }

export function roundToSetUp(theme: string) {
  const members = (['ada', 'cal', 'dee', 'gil'] as const).map(aMember)
  return { ...facts, theme, method: 'oldham-full', members }
}

/** The children of the small rounds: plainly invented, and named nowhere else. */
export const CHILDREN = [
  { name: 'Quillon Vantongeren-Test', born: '2013-02-21' },
  { name: 'Xanthippe Ozturkoglu-Test', born: '2010-09-24' },
] as const

export function aSampleOf(theme: string) {
  const sample = CHILDREN.map((child) => ({ ...child, threshold: 'child-in-need', adults: [] }))
  return theme === 'List sent' ? sample : sample.slice(0, 1)
}

const A_HALF_TERM = [{ name: 'Half-term', first: '2019-10-21', last: '2019-10-25' }]

const DANGER = { areas: [{ name: 'Exampleshire', phone: '01632 960999', says: 'Refer the child today.' }] }

const A_LADDER = {
  id: 'sefton',
  name: 'Sefton',
  source: 'The procedure of 18 May 2017.',
  stepUpAfter: 5,
  rungs: [
    { name: 'Stage 1', between: 'Practitioner and manager', reply: 5, tellsOffice: false, says: '' },
    { name: 'Stage 2', between: 'Safeguarding leads', reply: 'day-set', tellsOffice: true, says: '' },
  ],
}

const FORM_DEEDS = {
  release: { good: 'You rang at once.', asked: 'Ring back within two days.' },
  see: {},
  write: { background: 'A visit that was promised.' },
  send: {},
  sign: { leadNote: 'Read.' },
  'send-back': { comment: 'Please say by when.' },
  close: {},
  ask: { about: 'not-right', text: 'The date is wrong.' },
  explain: { text: 'It was the second visit.' },
  correct: { good: 'You rang at once.', asked: 'Ring back within a day.' },
  'propose-times': { slots: [{ on: '2018-06-20', from: '10:00', to: '10:45' }] },
  'record-meeting': { on: '2018-06-15', present: ['lead', 'worker'] },
  log: { what: 'told', on: '2018-06-15', text: 'Rang.' },
  'take-back': {},
  'take-back-signature': {},
  'record-for-worker': {
    how: 'by-phone',
    metOn: '2018-06-15',
    present: 'Worker.',
    background: 'A visit.',
    reflections: 'Ring.',
    learning: 'Ring.',
  },
} as const
export type FormDeed = keyof typeof FORM_DEEDS

export const signing = {
  name: 'Lead Person-Test',
  role: 'Lead person',
  performance: 'good',
  impact: 'good',
  grade: 'good',
}

const PROMPTS = {
  hours: { from: '09:00', to: '17:00' },
  quiet: [{ from: '2018-12-24', to: '2018-12-31' }],
  overviews: { morning: '09:00', weekly: '09:00' },
  steps: [{ kind: 'do-action', step: 'due-soon', days: 2 }],
}

/** The account of the first of the example's people. */
const ANOTHERS = { tenantId: TENANT, aadId: '0c5e0000-0000-4000-8000-000000000100' }

let invited = 0
let withdrawn = 0

/** What is good enough to be sent to an endpoint, so that only right and state can be in its way. */
export function bodyFor(endpoint: string, deed: FormDeed | undefined, { things, listed }: Neglect): unknown {
  const { theme: _, ...copied } = { ...facts, theme: '' }
  const answers = Object.fromEntries(listed.map((id) => [id, 'known']))
  const bodies: Readonly<Record<string, () => unknown>> = {
    'POST /api/rounds': () => roundToSetUp('Another one'),
    'POST /api/rounds/:id': () => ({ ...facts, theme: 'Changed', members: roundToSetUp('').members }),
    'POST /api/rounds/:id/copy': () => ({ ...copied, theme: 'A copy' }),
    'POST /api/rounds/:id/approval': () => ({ by: 'The subgroup', on: '2018-06-11' }),
    'POST /api/cases/:id/pause': () => ({ why: 'trial' }),
    'POST /api/cases/:id/details': () => ({
      ...CHILDREN[0],
      gender: 'Boy',
      ethnicity: 'White British',
      religion: null,
      opened: '2017-03-06',
      type: 'child-in-need',
    }),
    'POST /api/forms/:id/paper': () => ({}),
    'POST /api/rounds/:id/close': () => ({ reason: 'The workers have left.' }),
    'POST /api/rounds/:id/long-list': () => ({ cases: aSampleOf('') }),
    'POST /api/rounds/:id/long-list/send': () => ({ reason: 'A small round.' }),
    'POST /api/rounds/:id/choice': () => ({
      cases: [{ case: listed[0], leadAgency: 'csc' }],
      reason: 'A small round.',
    }),
    'POST /api/rounds/:id/grid/remind': () => ({ cells: [{ kind: 'return', id: things['return draft'] }] }),
    'POST /api/rounds/:id/release': () => ({ to: 'qa' }),
    'POST /api/rounds/:id/panel/meeting': () => ({ from: '09:30', to: '16:30' }),
    'POST /api/incidents': () => {
      withdrawn += 1
      const what =
        withdrawn % 2 === 1
          ? { kind: 'holding', post: things['post worker N-02'], person: 'wil' }
          : { kind: 'holding', post: things['post manager N-02'], person: 'sid' }
      return { about: things['form closed'], what, happened: 'Two people have the same name.' }
    },
    'POST /api/incidents/:id/end': () => ({ as: 'reported', decided: 'The officer of data protection.' }),
    'POST /api/posts/:id/holder': () => ({ who: { person: 'wes' }, from: '2018-06-18' }),
    'POST /api/posts/:id/deputy': () => ({ who: { person: 'wyn' }, from: '2018-06-18' }),
    'POST /api/posts/:id/end': () => ({ as: 'holder', from: '2018-06-18' }),
    'POST /api/people/:id/hand-over': () => ({
      from: '2018-06-18',
      to: { person: 'wyn' },
      others: [],
      posts: [],
    }),
    'POST /api/people/:id/invitation': () => ({ agency: null }),
    'POST /api/people/:id/account': () => ({ ...ANOTHERS, agency: null }),
    'POST /api/people/:id/guest': () => ({ stays: true }),
    'POST /api/team/:id/talks': () => ({ on: '2018-06-18', agreed: 'An afternoon a week for the log.' }),
    'POST /api/set-up/partnership': () => ({
      name: 'Exampleshire partnership',
      contactName: 'Bea Officer-Test',
      contactPhone: '01632 960123',
      labels: null,
    }),
    'POST /api/set-up/agencies': () => ({ names: ['police'] }),
    'POST /api/set-up/agencies/:id/remove': () => ({}),
    'POST /api/set-up/people': () => ({ who: { person: 'wyn' }, role: { represents: 'csc' } }),
    'POST /api/set-up/calendar': () => ({}),
    'POST /api/set-up/ready': () => ({}),
    'POST /api/representatives': () => ({ agency: 'csc' }),
    'POST /api/bank-holidays': () => ({ day: '2019-12-27', is: true }),
    'POST /api/school-holidays': () => ({ holidays: A_HALF_TERM, is: true }),
    'POST /api/school-holidays/read': () => ({ text: 'Half-term, 21 October 2019, 25 October 2019' }),
    'POST /api/settings': () => ({ away: null, muteEarly: false, muteOverviews: false }),
    'POST /api/people/:id/away': () => ({ away: null }),
    'POST /api/prompt-policy': () => PROMPTS,
    'POST /api/prompt-policy/forecast': () => PROMPTS,
    'POST /api/involvement/:id/receipt': () => ({}),
    'POST /api/involvement/:id/answers': () => ({ answers }),
    'POST /api/returns/:id/entries': () => anEntry,
    'POST /api/returns/:id/entries/:entry': () => anEntry,
    'POST /api/returns/:id/answers': () => ({ field: 'strengths', text: 'They rang.' }),
    'POST /api/returns/:id/evaluation/send': () => signing,
    'POST /api/returns/:id/chronology/send-back': () => ({ comment: 'March is missing.' }),
    'POST /api/returns/:id/evaluation/send-back': () => ({ comment: 'March is missing.' }),
    'POST /api/returns/:id/contributors': () => {
      invited += 1
      return { name: 'Con Tributor-Test', mail: `con${invited}@example.org`, jobTitle: 'Colleague' }
    },
    'POST /api/returns/:id/more-time': () => ({ part: 'evaluation', until: '2018-06-26' }),
    'POST /api/returns/:id/not-involved': () => ({ reason: 'Another family of that name.' }),
    'POST /api/collations/:id/send-on': () => ({ statement: 'It was hard on the child.', anyway: true }),
    'POST /api/cases/:id/team': () => ({
      worker: { person: 'wes' },
      manager: { person: 'sam' },
      team: 'Team north',
    }),
    'POST /api/cases/:id/panel': () => ({ grades: [], judgement: 'good', good: 'The school rang.' }),
    'POST /api/escalation-settings/danger': () => DANGER,
    'POST /api/ladders': () => A_LADDER,
    'POST /api/escalations': () => ({
      danger: true,
      concern: 'A child alone at home.',
      about: 'risk',
      reference: '',
      raiser: 'any',
      addressee: 'any',
      interimSafety: 'None.',
    }),
    'POST /api/escalations/:id/answers': () => ({
      deed: 'promise',
      what: 'Visit.',
      who: 'The worker',
      by: '2018-06-29',
    }),
    'POST /api/forms/:id/meeting': () => ({ from: '2018-06-20T09:00:00.000Z' }),
    'POST /api/forms/:id/answers': () => ({ deed, ...(deed && FORM_DEEDS[deed]) }),
  }
  return bodies[endpoint]?.()
}
