import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import { aForm, formStates, workerPart } from '#tests/fixtures/a-form.ts'

import type { FormAnswer } from './commands.ts'
import { decideForm } from './decide.ts'
import type { Form, FormState } from './form.ts'

const today = day('2018-06-18')
const now = momentAt(today, '10:00')

/** The form's own course; what goes on beside it has tests of its own. */
type Course = 'release' | 'see' | 'write' | 'send' | 'sign' | 'send-back' | 'close'
const answers: { readonly [A in Course]: FormAnswer } = {
  release: { deed: 'release', good: 'The school kept asking.', asked: 'Ring back.' },
  see: { deed: 'see' },
  write: { deed: 'write', metOn: day('2018-06-18') },
  send: { deed: 'send' },
  sign: { deed: 'sign', leadNote: 'Read together.' },
  'send-back': { deed: 'send-back', comment: 'Who will ring?' },
  close: { deed: 'close' },
}
const acts = Object.keys(answers) as Course[]

const decide = (form: Form, answer: FormAnswer) => decideForm(form, answer, now, today, 'wes' as PersonId)
const stateAfter = (form: Form, answer: FormAnswer): string => {
  const decision = decide(form, answer)
  return decision.ok ? decision.value.state : decision.reason
}
const draftIn = (form: Form, answer: FormAnswer): unknown => {
  const decision = decide(form, answer)
  if (!decision.ok || decision.value.state !== 'seen') throw new Error(JSON.stringify(decision))
  return decision.value.draft
}

/** What each act leads to from each state, or why not. */
const table: { readonly [S in FormState]: { readonly [A in Course]: string } } = {
  drafted: {
    release: 'released',
    see: 'already-answered',
    write: 'already-answered',
    send: 'already-answered',
    sign: 'not-sent-yet',
    'send-back': 'not-signed-yet',
    close: 'not-signed-yet',
  },
  released: {
    release: 'already-answered',
    see: 'seen',
    write: 'seen',
    send: 'no-meeting-day',
    sign: 'not-sent-yet',
    'send-back': 'not-signed-yet',
    close: 'not-signed-yet',
  },
  seen: {
    release: 'already-answered',
    see: 'already-answered',
    write: 'seen',
    send: 'no-meeting-day',
    sign: 'not-sent-yet',
    'send-back': 'not-signed-yet',
    close: 'not-signed-yet',
  },
  written: {
    release: 'already-answered',
    see: 'already-answered',
    write: 'already-answered',
    send: 'already-answered',
    sign: 'signed',
    'send-back': 'not-signed-yet',
    close: 'not-signed-yet',
  },
  'sent-back': {
    release: 'already-answered',
    see: 'already-answered',
    write: 'already-answered',
    send: 'already-answered',
    sign: 'signed',
    'send-back': 'already-answered',
    close: 'already-answered',
  },
  signed: {
    release: 'already-answered',
    see: 'already-answered',
    write: 'already-answered',
    send: 'already-answered',
    sign: 'already-answered',
    'send-back': 'sent-back',
    close: 'closed',
  },
  closed: {
    release: 'already-answered',
    see: 'already-answered',
    write: 'already-answered',
    send: 'already-answered',
    sign: 'already-answered',
    'send-back': 'already-answered',
    close: 'already-answered',
  },
}

describe('each act fits one state of the form', () => {
  it.each(formStates.flatMap((state) => acts.map((act) => [state, act, table[state][act]] as const)))(
    'a form that is %s, on "%s": %s',
    (state, act, becomes) => {
      expect(stateAfter(aForm(state), answers[act])).toBe(becomes)
    },
  )
})

describe('release', () => {
  it('lets the worker read the words as the lead person left them', () => {
    const decision = decide(aForm('drafted'), answers.release)
    expect(decision).toMatchObject({
      value: { good: 'The school kept asking.', asked: 'Ring back.', releasedAt: now },
    })
  })
})

describe('the worker’s part', () => {
  it('is kept step by step: what a step leaves out stays', () => {
    const form = aForm('seen', { draft: { present: 'Wes and Sam.', shared: true } })
    expect(draftIn(form, { deed: 'write', learning: 'Ask again.' })).toEqual({
      present: 'Wes and Sam.',
      shared: true,
      learning: 'Ask again.',
    })
  })

  it('is seen by whoever writes in it', () => {
    const decision = decide(aForm('released'), { deed: 'write', background: 'The visit.' })
    expect(decision).toMatchObject({ value: { seenAt: now, draft: { background: 'The visit.' } } })
  })

  it.each([
    ['tomorrow', '2018-06-19', 'meeting-is-to-come'],
    ['the day before panel day', '2018-06-05', 'meeting-before-panel'],
    ['panel day', '2018-06-06', 'seen'],
    ['today', '2018-06-18', 'seen'],
  ])('takes a meeting between panel day and today: %s', (_, metOn, becomes) => {
    expect(stateAfter(aForm('seen'), { deed: 'write', metOn: day(metOn) })).toBe(becomes)
  })

  const whole = workerPart
  it.each([
    ['the day of the meeting', { ...whole, metOn: undefined }, 'no-meeting-day'],
    ['who was there', { ...whole, present: ' ' }, 'no-meeting-people'],
    ['the background', { ...whole, background: '' }, 'no-background'],
    ['the reflections', { ...whole, reflections: undefined }, 'no-reflections'],
    ['the learning', { ...whole, learning: '\n' }, 'no-learning'],
  ])('is not sent without %s', (_, part, why) => {
    const given = Object.entries(part).filter(([, value]) => value !== undefined)
    expect(stateAfter(aForm('seen', { draft: Object.fromEntries(given) }), { deed: 'send' })).toBe(why)
  })

  it('is not shared with the manager unless the worker says so', () => {
    const { shared: _, ...draft } = whole
    const decision = decide(aForm('seen', { draft }), { deed: 'send' })
    expect(decision).toMatchObject({ value: { state: 'written', part: { shared: false }, writtenAt: now } })
    expect(decision.ok && 'draft' in decision.value).toBe(false)
  })
})

describe('signing and reviewing', () => {
  it('what was sent back is signed anew: another opening, the note stays, and the comment goes to the log', () => {
    const back = decide(aForm('signed'), answers['send-back'])
    if (!back.ok) throw new Error(back.reason)
    expect(back.value).toMatchObject({ state: 'sent-back', opening: 2, comment: 'Who will ring?' })
    expect(back.value).toMatchObject({ leadNote: aForm('signed').leadNote })
    const again = decide(back.value, answers.sign)
    if (!again.ok) throw new Error(again.reason)
    expect(again.value).toMatchObject({ state: 'signed', leadNote: 'Read together.', opening: 2 })
    expect('comment' in again.value).toBe(false)
  })

  it('closing sets the day of the review, which is not the day of sending', () => {
    expect(decide(aForm('signed'), answers.close)).toMatchObject({
      value: { reviewedOn: today, closedAt: now, writtenAt: aForm('signed').writtenAt },
    })
  })
})
