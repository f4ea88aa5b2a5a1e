import type { Deed, Persona, State } from './served.ts'

/** Besides the personas: nobody at all, and a good token of a person who is not known here. */
export type Who = Persona | 'stranger' | 'unknown'

type Statuses = Readonly<Record<Who, number>>

/** One row: an endpoint in a state of the action, and what each person gets. */
export type AccessRow = {
  readonly endpoint: string
  readonly state: State | 'any'
  readonly deed?: Deed
  readonly gets: Statuses
}

const NOBODY = { stranger: 401, unknown: 401 } as const
const everyone: Statuses = {
  bea: 200,
  quinn: 200,
  ada: 200,
  eve: 200,
  wes: 200,
  sam: 200,
  dee: 200,
  gil: 200,
  dot: 200,
  ...NOBODY,
}
/** Owner, raiser and deputy, lead person, manager, QA manager, business manager; not health, not the GPs. */
const concerned: Statuses = { ...everyone, dee: 404, gil: 404 }
const qaManager: Statuses = {
  bea: 403,
  quinn: 200,
  ada: 403,
  eve: 403,
  wes: 403,
  sam: 403,
  dee: 403,
  gil: 403,
  dot: 403,
  ...NOBODY,
}
const partnership: Statuses = { ...qaManager, bea: 200 }
const partnershipTooLate: Statuses = { ...qaManager, bea: 409, quinn: 409 }
/** Seen, but owed by another post. */
const noOnes: Statuses = {
  bea: 403,
  quinn: 403,
  ada: 403,
  eve: 403,
  wes: 403,
  sam: 403,
  dot: 403,
  dee: 404,
  gil: 404,
  ...NOBODY,
}
const owners: Statuses = { ...noOnes, wes: 200 }
const raisers: Statuses = { ...noOnes, eve: 200, dot: 200 }
const raisersTooLate: Statuses = { ...noOnes, eve: 409, dot: 409 }

/** Who works on an action knows the child until it ends (decisions.md 22). */
const hasEnded = (state: State): boolean => state === 'confirmed' || state === 'withdrawn'
const partnershipsOwn: Statuses = {
  ...concerned,
  ada: 404,
  eve: 404,
  wes: 404,
  sam: 404,
  dot: 404,
}

const seen = (state: State): readonly AccessRow[] => [
  { endpoint: 'GET /api/actions/:id', state, gets: concerned },
  { endpoint: 'POST /api/actions/:id/child', state, gets: hasEnded(state) ? partnershipsOwn : concerned },
  { endpoint: 'GET /api/duties/:id', state, gets: concerned },
]

const answers = (state: State, gets: Readonly<Record<Deed, Statuses>>): readonly AccessRow[] =>
  (Object.keys(gets) as Deed[]).map((deed) => ({
    endpoint: 'POST /api/duties/:id/answers',
    state,
    deed,
    gets: gets[deed],
  }))

const chase = (state: State, gets: Statuses): AccessRow => ({
  endpoint: 'POST /api/actions/chase',
  state,
  gets,
})

const none: Readonly<Record<Deed, Statuses>> = {
  'report-done': noOnes,
  'ask-for-time': noOnes,
  question: noOnes,
  confirm: noOnes,
  dispute: noOnes,
  'agree-time': noOnes,
  'keep-day': noOnes,
  'keep-action': noOnes,
  withdraw: noOnes,
  update: noOnes,
  seen: noOnes,
  'wait-longer': noOnes,
  'say-impact': noOnes,
}
const over: Readonly<Record<Deed, Statuses>> = {
  'report-done': raisersTooLate,
  'ask-for-time': raisersTooLate,
  question: raisersTooLate,
  confirm: raisersTooLate,
  dispute: raisersTooLate,
  'agree-time': raisersTooLate,
  'keep-day': raisersTooLate,
  'keep-action': raisersTooLate,
  withdraw: raisersTooLate,
  update: raisersTooLate,
  seen: raisersTooLate,
  'wait-longer': raisersTooLate,
  'say-impact': raisersTooLate,
}

/**
 * Who may do what in which state, written by hand beside the rulebook: an action of N-08 that its worker (Wes)
 * owes to Schools (Eve, deputy Dot). Ended actions have the duty that was open last, which its raiser owed.
 */
export const accessTable: readonly AccessRow[] = [
  { endpoint: 'GET /api/me', state: 'any', gets: everyone },
  { endpoint: 'GET /api/waiting', state: 'any', gets: everyone },
  { endpoint: 'GET /api/asked', state: 'any', gets: everyone },
  { endpoint: 'GET /api/actions', state: 'any', gets: everyone },
  { endpoint: 'GET /api/tracker', state: 'any', gets: everyone },
  { endpoint: 'GET /api/record-options', state: 'any', gets: qaManager },
  { endpoint: 'POST /api/actions', state: 'any', gets: { ...qaManager, quinn: 201 } },
  { endpoint: 'POST /api/import', state: 'any', gets: qaManager },
  { endpoint: 'POST /api/import/check', state: 'any', gets: { ...qaManager, quinn: 422 } },
  { endpoint: 'POST /api/actions/fan-out', state: 'any', gets: { ...qaManager, quinn: 201 } },
  ...(['open', 'more-time-asked', 'questioned'] as const).flatMap((state): readonly AccessRow[] => [
    { endpoint: 'POST /api/actions/:id/end', state, deed: 'withdraw', gets: raisers },
    { endpoint: 'POST /api/actions/:id/promises', state, gets: partnership },
  ]),
  { endpoint: 'POST /api/actions/:id/end', state: 'reported-done', deed: 'withdraw', gets: raisersTooLate },
  { endpoint: 'POST /api/actions/:id/promises', state: 'reported-done', gets: partnership },
  { endpoint: 'POST /api/actions/:id/end', state: 'confirmed', deed: 'withdraw', gets: raisersTooLate },
  { endpoint: 'POST /api/actions/:id/promises', state: 'confirmed', gets: partnershipTooLate },

  ...seen('open'),
  chase('open', partnership),
  ...answers('open', { ...none, 'report-done': owners, 'ask-for-time': owners, question: owners }),

  ...seen('more-time-asked'),
  chase('more-time-asked', partnership),
  ...answers('more-time-asked', { ...none, 'agree-time': raisers, 'keep-day': raisers }),

  ...seen('questioned'),
  chase('questioned', partnership),
  ...answers('questioned', { ...none, 'keep-action': raisers, withdraw: raisers }),

  ...seen('reported-done'),
  chase('reported-done', partnership),
  ...answers('reported-done', { ...none, confirm: raisers, dispute: raisers }),

  ...seen('confirmed'),
  chase('confirmed', partnershipTooLate),
  ...answers('confirmed', over),

  ...seen('withdrawn'),
  chase('withdrawn', partnershipTooLate),
  ...answers('withdrawn', over),
]
