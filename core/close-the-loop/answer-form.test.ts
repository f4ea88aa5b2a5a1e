import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { DutyId, FormId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'
import type { Deps } from '#core/ports.ts'
import { aForm, formStates } from '#tests/fixtures/a-form.ts'
import { roundPosts } from '#tests/fixtures/a-round.ts'
import { anActor } from '#tests/fixtures/an-actor.ts'

import { answerForm, answerFormDuty } from './answer-form.ts'
import type { FormAct, FormAnswer } from './commands.ts'
import { formAnswerSchema } from './commands.ts'
import type { Form } from './form.ts'

const { csc, edu, worker, manager, businessManager, qaManager, chair } = roundPosts
const today = day('2018-06-18')

const people = {
  'lead person': anActor([csc]),
  worker: anActor([worker]),
  manager: anActor([manager]),
  'business manager': anActor([businessManager], ['business-manager']),
  'QA manager': anActor([qaManager], ['qa-manager']),
  'lead person of another agency': anActor([edu]),
  chair: anActor([chair], ['panel-chair']),
  nobody: anActor([]),
} as const
type Who = keyof typeof people

const said: { readonly [A in FormAct]: FormAnswer } = {
  release: { deed: 'release', good: 'The school kept asking.', asked: 'Ring back.' },
  see: { deed: 'see' },
  write: { deed: 'write', reflections: 'I did not ring back.' },
  send: { deed: 'send' },
  sign: { deed: 'sign', leadNote: '' },
  'send-back': { deed: 'send-back', comment: 'Who rings?' },
  close: { deed: 'close' },
  ask: { deed: 'ask', about: 'not-right', text: 'The date is wrong.' },
  explain: { deed: 'explain', text: 'It was the second visit.' },
  correct: { deed: 'correct', good: 'The school kept asking.', asked: 'Ring back.' },
  'propose-times': {
    deed: 'propose-times',
    slots: [{ on: day('2018-06-19'), from: '10:00', to: '10:45' }],
  },
  'record-meeting': { deed: 'record-meeting', on: day('2018-06-18'), present: ['lead', 'worker'] },
  log: { deed: 'log', what: 'told', on: day('2018-06-18'), text: 'Rang.' },
  'take-back': { deed: 'take-back' },
  'take-back-signature': { deed: 'take-back-signature' },
  'record-for-worker': {
    deed: 'record-for-worker',
    how: 'by-phone',
    metOn: day('2018-06-18'),
    present: 'Worker and lead person.',
    background: 'The visit.',
    reflections: 'We did not ring back.',
    learning: 'Ring back.',
  },
}

/** What an answer needs of the house: one form, its duty, and who the child is. */
function deps(actor: Actor, form: Form | undefined, closed = false): Deps {
  const reads = {
    form: async () => form,
    childOf: async () => ({ name: 'Wren Ashby-Test', born: day('2014-02-03') }),
    holdersOf: async () => [],
    duty: async () => form && { subject: { kind: 'form', id: form.id }, owes: form.worker, closed },
  } as unknown as Deps['reads']
  return { reads, actor, today, now: momentAt(today, '10:00') } as Deps
}

const answer = (who: Who, form: Form, given: FormAnswer, version?: number) =>
  answerForm(deps(people[who], form), {
    form: 'form-n-08' as FormId,
    answer: given,
    ...(version !== undefined && { version }),
  })
const refusal = async (outcome: ReturnType<typeof answer>): Promise<string> => {
  const result = await outcome
  return result.ok ? 'done' : result.reason
}

describe('whose turn it is', () => {
  const turns: readonly (readonly [Form['state'], FormAct, readonly Who[]])[] = [
    ['drafted', 'release', ['lead person']],
    ['released', 'see', ['worker']],
    ['seen', 'write', ['worker']],
    ['written', 'sign', ['lead person']],
    ['sent-back', 'sign', ['lead person']],
    ['signed', 'close', ['business manager', 'QA manager']],
    ['signed', 'send-back', ['business manager', 'QA manager']],
    ['released', 'ask', ['worker']],
    ['seen', 'ask', ['worker']],
    ['seen', 'propose-times', ['lead person']],
    ['seen', 'record-meeting', ['lead person']],
    ['signed', 'log', ['lead person']],
    ['written', 'take-back', ['worker']],
    ['signed', 'take-back-signature', ['lead person']],
    ['seen', 'record-for-worker', ['lead person', 'business manager', 'QA manager']],
  ]
  it.each(turns)('a form that is %s: "%s" is done by %o and nobody else', async (state, act, who) => {
    const done = []
    for (const each of Object.keys(people) as Who[])
      if ((await refusal(answer(each, aForm(state), said[act]))) === 'done') done.push(each)
    expect(done).toEqual(who)
  })

  it.each(formStates)('a form that is %s is not there for whom it does not concern', async (state) => {
    for (const each of ['lead person of another agency', 'chair', 'nobody'] as const)
      expect(await refusal(answer(each, aForm(state), said.see))).toBe('no-such-form')
  })

  it('before its release it is not there for worker and manager', async () => {
    for (const each of ['worker', 'manager'] as const)
      expect(await refusal(answer(each, aForm('drafted'), said.see))).toBe('no-such-form')
  })
})

describe('what is released', () => {
  it.each([
    ['good', 'Wren was asked twice.', 'Ring back.', 'good-names-the-child'],
    ['asked', 'The school kept asking.', 'Visit W.A. on Monday.', 'asked-names-the-child'],
    ['asked', 'The school kept asking.', 'Born on 3/2/2014: see the school.', 'asked-names-the-child'],
  ])('must not name the child, in "%s"', async (_, good, asked, why) => {
    expect(await refusal(answer('lead person', aForm('drafted'), { deed: 'release', good, asked }))).toBe(why)
  })
})

describe('what happened', () => {
  it('names the post and the deed, and no word that was typed', async () => {
    const result = await answer('worker', aForm('seen'), said.write)
    if (!result.ok) throw new Error(result.reason)
    expect(result.value.happened).toEqual([
      { kind: 'done', on: { kind: 'form', id: 'form-n-08' }, deed: 'wrote-in-form', post: worker },
    ])
    expect(JSON.stringify([result.value.value, result.value.happened])).not.toContain('ring back')
  })

  it('whoever writes has seen it: both are told', async () => {
    const result = await answer('worker', aForm('released'), said.write)
    expect(result.ok && result.value.happened.map((each) => 'deed' in each && each.deed)).toEqual([
      'saw-form',
      'wrote-in-form',
    ])
  })

  it('the review is the partnership’s, not a post’s', async () => {
    const result = await answer('QA manager', aForm('signed'), said.close)
    expect(result).toMatchObject({ value: { happened: [{ deed: 'closed-form', post: null }] } })
  })
})

describe('two people at once', () => {
  it('a version that somebody else overtook changes nothing', async () => {
    expect(await refusal(answer('worker', aForm('seen', { version: 4 }), said.write, 3))).toBe(
      'changed-meanwhile',
    )
    expect(await refusal(answer('worker', aForm('seen', { version: 4 }), said.write, 4))).toBe('done')
  })

  it('a card whose duty was answered changes nothing', async () => {
    const pressed = answerFormDuty(deps(people.worker, aForm('seen'), true), {
      duty: 'duty-1' as DutyId,
      answer: said.write,
    })
    expect(await pressed).toEqual({ ok: false, reason: 'already-answered' })
  })

  it('a duty that is about no form is not there', async () => {
    const pressed = answerFormDuty(deps(people.worker, undefined), {
      duty: 'duty-1' as DutyId,
      answer: said.see,
    })
    expect(await pressed).toEqual({ ok: false, reason: 'no-such-duty' })
  })
})

describe('what comes in', () => {
  it.each([
    [{ deed: 'release', good: ' ', asked: 'x' }, 'Say what the panel found good.'],
    [{ deed: 'release', good: 'x' }, 'Say what is asked of the worker.'],
    [{ deed: 'send-back', comment: '' }, 'Say what is still missing, so that it can be put right.'],
    [{ deed: 'write', metOn: '2018-02-30' }, 'This is not a day in the calendar.'],
    [{ deed: 'write', learning: 'x'.repeat(4001) }, 'This is too long: 4,000 characters at most.'],
    [{ deed: 'delete' }, 'Choose what to do.'],
  ])('%o gets a sentence for people', (given, sentence) => {
    expect(formAnswerSchema.safeParse(given).error?.issues[0]?.message).toBe(sentence)
  })
})
