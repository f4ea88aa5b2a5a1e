import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { ActionId, CaseId, PersonId, PostId } from '#core/ids.ts'
import type { Office } from '#core/people/post.ts'
import type { Deps } from '#core/ports.ts'
import { anAction, everyState, posts } from '#tests/fixtures/an-action.ts'

import type { Action } from './action.ts'
import { endAction } from './end-action.ts'
import { notePromise } from './note-promise.ts'

const today = day('2018-06-12')
const other = anAction({ id: 'action-7' as ActionId, number: 'A7' })

function deps(known: readonly Action[], post: PostId, offices: readonly Office[] = []): Deps {
  const reads: Partial<Deps['reads']> = {
    action: async (id) => known.find((action) => action.id === id),
    actionNumbered: async (number) => known.find((action) => action.number === number),
  }
  return {
    reads: reads as Deps['reads'],
    actor: {
      person: 'somebody' as PersonId,
      name: 'Somebody-Test',
      posts: new Set([post]),
      offices: new Set(offices),
    },
    now: momentAt(today, '10:00'),
    today,
    calendar: { bankHolidays: new Set() },
    ids: { next: <Id extends string>() => 'new' as Id },
  }
}

const id = anAction().id
const withdraw = { deed: 'withdraw', reason: 'Another service has it.' } as const
const replace = { deed: 'replace', by: 'A7', reason: 'A7 says it better.' } as const

describe('the raiser takes an action back', () => {
  it.each(['open', 'more-time-asked', 'questioned'] as const)('while it is %s', async (state) => {
    const action = everyState[state]
    const done = await endAction(deps([action], posts.raiser), { action: id, end: withdraw })
    expect(done).toMatchObject({
      ok: true,
      value: {
        changes: [
          { action: { state: 'withdrawn', reason: withdraw.reason, replacedBy: null, noticeOwed: true } },
        ],
        happened: [{ kind: 'action-noted', deed: 'withdraw', post: posts.raiser }],
      },
    })
  })

  it.each([
    ['reported-done', 'says-it-is-done'],
    ['confirmed', 'has-ended'],
    ['withdrawn', 'has-ended'],
  ] as const)('but not when it is %s', async (state, reason) => {
    const done = await endAction(deps([everyState[state]], posts.raiser), { action: id, end: withdraw })
    expect(done).toEqual({ ok: false, reason })
  })

  it.each([
    [posts.owner, 'not-yours-to-end'],
    [posts.qaManager, 'not-yours-to-end'],
    [posts.stranger, 'no-such-action'],
  ])('and nobody else does: %s', async (post, reason) => {
    expect(await endAction(deps([anAction()], post), { action: id, end: withdraw })).toEqual({
      ok: false,
      reason,
    })
  })

  it('or says which action of the case takes its place', async () => {
    const done = await endAction(deps([anAction(), other], posts.raiser), { action: id, end: replace })
    expect(done).toMatchObject({
      ok: true,
      value: {
        changes: [{ action: { replacedBy: 'A7' } }],
        happened: [{ deed: 'replace', texts: { by: 'A7' } }],
      },
    })
  })

  it.each([
    ['there is none', []],
    ['it is of another case', [{ ...other, case: 'case-n-02' as CaseId }]],
    ['it is the same', [{ ...anAction(), number: 'A7' }]],
    ['it was withdrawn itself', [{ ...everyState.withdrawn, id: 'action-7' as ActionId, number: 'A7' }]],
  ])('a number is refused when %s', async (_, more) => {
    const known = [anAction(), ...(more as readonly Action[])].toReversed()
    const done = await endAction(deps(known, posts.raiser), { action: id, end: replace })
    expect(done).toEqual({ ok: false, reason: 'no-such-number' })
  })

  it('of the version that they read, and of no other', async () => {
    const done = await endAction(deps([anAction()], posts.raiser), { action: id, end: withdraw, version: 9 })
    expect(done).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })
})

describe('what was promised on the telephone', () => {
  const promise = { note: 'Rang the practice; promised Thursday.', until: day('2018-06-14') }
  const asBea = (action: Action) => deps([action], posts.businessManager, ['business-manager'])

  it('is noted by the partnership: prompts rest until that day', async () => {
    expect(await notePromise(asBea(anAction()), { action: id, promise })).toMatchObject({
      ok: true,
      value: {
        changes: [{ action: { state: 'open', restsUntil: '2018-06-14' } }],
        happened: [{ kind: 'action-noted', deed: 'promised', post: null, texts: promise }],
      },
    })
  })

  it.each([
    ['a day that is not to come', asBea(anAction()), { ...promise, until: today }, 'day-is-past'],
    ['an action that has ended', asBea(everyState.confirmed), promise, 'has-ended'],
    ['anybody else', deps([anAction()], posts.raiser), promise, 'not-yours-to-chase'],
  ])('not for %s', async (_, given, said, reason) => {
    expect(await notePromise(given, { action: id, promise: said })).toEqual({ ok: false, reason })
  })
})
