import { describe, expect, it } from 'vitest'

import type { Action } from '#core/actions/action.ts'
import type { Deed } from '#core/actions/commands.ts'
import { DEEDS } from '#core/actions/deeds.ts'
import { day } from '#core/calendar/day.ts'
import { aConfirmedAction, anAction, everyState, posts } from '#tests/fixtures/an-action.ts'
import { anActor, roles } from '#tests/fixtures/an-actor.ts'

import { may } from './may.ts'
import { whoseTurn } from './may/actions.ts'

type Role = keyof typeof roles
type State = Action['state']

const all = Object.keys(roles) as Role[]
const states = Object.keys(everyState) as State[]

/** Who may answer what in which state: every cell that is not named is a no. */
const answers: Readonly<Record<State, Readonly<Partial<Record<Role, readonly Deed[]>>>>> = {
  open: { owner: ['report-done', 'ask-for-time', 'question'] },
  'more-time-asked': { raiser: ['agree-time', 'keep-day'] },
  questioned: { raiser: ['keep-action', 'withdraw'] },
  'reported-done': { raiser: ['confirm', 'dispute'] },
  confirmed: {},
  withdrawn: {},
}

describe.each(states)('an action that is %s', (state) => {
  const action = everyState[state]

  it.each(all)('may be answered by the %s as the table says, and not otherwise', (role) => {
    const allowed = DEEDS.filter((deed) => may.answer(roles[role], action, deed))
    expect(allowed).toEqual(answers[state][role] ?? [])
  })

  it('may be seen by everyone concerned and nobody else; who the child is, until it has ended', () => {
    const seen = ['owner', 'raiser', 'lead person', 'manager', 'QA manager', 'business manager']
    const ended = state === 'confirmed' || state === 'withdrawn'
    expect(all.filter((role) => may.seeAction(roles[role], action))).toEqual(seen)
    expect(all.filter((role) => may.seeChild(roles[role], action))).toEqual(
      ended ? ['QA manager', 'business manager'] : seen,
    )
  })

  it('may be chased by the partnership alone, until it has ended', () => {
    const ended = state === 'confirmed' || state === 'withdrawn'
    expect(all.filter((role) => may.chase(roles[role], action))).toEqual(
      ended ? [] : ['QA manager', 'business manager'],
    )
  })
})

const knowing = (action: Action) => all.filter((role) => may.seeChild(roles[role], action))

it('shows its raiser who the child is until it was checked whether it helped', () => {
  const toCheck = aConfirmedAction({ checkOn: day('2018-12-06') })
  expect(knowing(toCheck)).toEqual(['raiser', 'QA manager', 'business manager'])
  expect(knowing({ ...toCheck, impact: 'helped' })).toEqual(['QA manager', 'business manager'])
})

it('is recorded by the QA manager alone', () => {
  expect(all.filter((role) => may.recordAction(roles[role]))).toEqual(['QA manager'])
})

it('does not let a lead person answer for the worker whose agency they lead', () => {
  expect(may.answer(roles['lead person'], anAction(), 'report-done')).toBe(false)
})

it('asks its raiser alone whether to step up, while it waits for a meeting', () => {
  const waits = anAction({ waitsSince: day('2018-06-12') })
  expect(all.filter((role) => may.answer(roles[role], waits, 'wait-longer'))).toEqual(['raiser'])
})

it('lets somebody who holds two posts answer from either', () => {
  const both = anActor([posts.owner, posts.raiser])
  expect(may.answer(both, everyState.open, 'report-done')).toBe(true)
  expect(may.answer(both, everyState['reported-done'], 'confirm')).toBe(true)
})

it.each([
  ['open', posts.owner],
  ['more-time-asked', posts.raiser],
  ['questioned', posts.raiser],
  ['reported-done', posts.raiser],
] as const)('is, while %s, the turn of %s', (state, post) => {
  expect(whoseTurn(everyState[state])).toBe(post)
})

it('the partnership’s own posts may remind people, nobody else', () => {
  const reminding = Object.entries(roles).filter(([, actor]) => may.remind(actor))
  expect(reminding.map(([role]) => role)).toEqual(['QA manager', 'business manager'])
})
