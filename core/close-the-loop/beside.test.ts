import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { Day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import { aForm, formStates, workerPart } from '#tests/fixtures/a-form.ts'

import { NOTHING_BESIDE } from './beside.ts'
import type { FormAnswer } from './commands.ts'
import { formAnswerSchema } from './commands.ts'
import { handOver } from './decide-beside.ts'
import { decideForm } from './decide.ts'
import { dutiesOfForm } from './duties-of.ts'
import type { Form } from './form.ts'
import { notesOf, setAside } from './notes.ts'
import { recordedForInWords } from './words.ts'

const today = day('2018-06-18')
const now = momentAt(today, '14:05')
const wes = 'wes' as PersonId
const calendar = { bankHolidays: new Set<Day>() }
const draft = { reflections: 'We did not ring back.', present: 'Worker and manager.' }

const ask: FormAnswer = { deed: 'ask', about: 'not-right', text: 'The date is wrong.' }
const decide = (form: Form, answer: FormAnswer) => decideForm(form, answer, now, today, wes)
const after = (form: Form, answer: FormAnswer): Form => {
  const decision = decide(form, answer)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}
const why = (form: Form, answer: FormAnswer): string => {
  const decision = decide(form, answer)
  return decision.ok ? 'done' : decision.reason
}
const owed = (form: Form) => dutiesOfForm(form, calendar).map(({ kind, opening }) => `${kind} ${opening}`)

const opened = (form: Form) => dutiesOfForm(form, calendar).map(({ openedAt }) => openedAt)
const chased = (form: Form) =>
  dutiesOfForm(form, calendar).flatMap(({ kind, chases }) => (chases > 0 ? [kind] : []))
const propose = (on: string, from = '10:00', to = '10:45'): FormAnswer => ({
  deed: 'propose-times',
  slots: [
    { on: day('2018-06-25'), from: '09:00', to: '09:30' },
    { on: day(on), from, to },
  ],
})

describe('"this is not right"', () => {
  it('is the lead person’s to answer, and while it is open the worker is asked for nothing', () => {
    const asked = after(aForm('seen', { draft }), ask)
    expect(owed(aForm('seen', { draft }))).toEqual(['write-form 1'])
    expect(owed(asked)).toEqual(['answer-form-question 1'])
    expect(dutiesOfForm(asked, calendar)[0]).toMatchObject({ owes: asked.lead, due: '2018-06-20' })
  })

  it.each([
    ['words', { deed: 'explain', text: 'It was the second visit.' }, 'Tell the referrer the outcome'],
    ['corrected words', { deed: 'correct', good: 'A.', asked: 'Ring on the day.' }, 'Ring on the day.'],
  ] as const)('answered with %s it reaches the worker anew, who has lost nothing', (_, answer, reads) => {
    const answered = after(after(aForm('seen', { draft }), ask), answer)
    expect(answered).toMatchObject({ state: 'released', releasedAt: now, draft, question: null })
    expect(answered.asked).toContain(reads)
    expect(owed(answered)).toEqual(['see-form 2'])
    expect(owed(after(answered, ask))).toEqual(['answer-form-question 2'])
  })

  it('a reminder of the partnership’s is then the lead person’s, and none for the meeting or the next check', () => {
    const tended = after(
      after(aForm('seen', { chases: 1 }), {
        deed: 'propose-times',
        slots: [{ on: day('2018-06-20'), from: '10:00', to: '10:30' }],
      }),
      { deed: 'log', what: 'next-check', on: day('2018-06-22'), text: 'Look.' },
    )
    expect(chased(tended)).toEqual(['write-form'])
    expect(chased(after(tended, ask))).toEqual(['answer-form-question'])
  })

  it('does not keep the worker from writing, only from sending', () => {
    const asked = after(aForm('seen', { draft: workerPart }), ask)
    expect(why(asked, { deed: 'write', learning: 'Ask.' })).toBe('done')
    expect(why(asked, { deed: 'send' })).toBe('question-is-open')
    expect(why(asked, ask)).toBe('question-is-open')
  })

  it.each(formStates)('is said while the form is with the worker: %s', (state) => {
    const expected = state === 'released' || state === 'seen' ? 'done' : 'already-answered'
    expect(why(aForm(state), ask)).toBe(expected)
  })

  it('its words are a note for the one who asked, the answer’s too', () => {
    const asked = after(aForm('seen'), ask)
    expect(JSON.stringify(asked)).not.toContain('date is wrong')
    expect(notesOf(aForm('seen'), ask, wes, today)).toMatchObject([{ kind: 'question', for: wes }])
    expect(
      notesOf(asked, { deed: 'explain', text: 'It was the second.' }, 'ada' as PersonId, today),
    ).toMatchObject([{ kind: 'answer', for: wes, text: 'It was the second.' }])
  })

  it.each([
    ['not-right', '', 'Say what it is, so that it can be put right.'],
    ['cannot-do', ' ', 'Say what it is, so that it can be put right.'],
    ['not-me', '', undefined],
    ['has-left', '', undefined],
  ])('"%s" with the words "%s" gets: %s', (about, text, sentence) => {
    const parsed = formAnswerSchema.safeParse({ deed: 'ask', about, text })
    expect(parsed.error?.issues[0]?.message).toBe(sentence)
  })
})

describe('another worker', () => {
  it('begins afresh: told at once, with nothing that the one before wrote, and nothing is lost', () => {
    const before = after(aForm('seen', { draft, writer: wes }), ask)
    const next = handOver(before, now)
    expect(next).toMatchObject({
      state: 'released',
      draft: {},
      writer: null,
      question: null,
      releasedAt: now,
    })
    expect(owed(next)).toEqual(['see-form 2'])
    const [kept, ...others] = setAside(before)
    expect(others).toEqual([])
    expect(kept).toMatchObject({ kind: 'set-aside', for: wes })
    for (const text of Object.values(draft)) expect(kept?.text).toContain(text)
  })

  it('named beforehand, goes on without what the one before wrote from the first word on', () => {
    const before = aForm('seen', { draft, writer: 'somebody' as PersonId })
    expect(after(before, { deed: 'write', learning: 'Ask.' })).toMatchObject({
      draft: { learning: 'Ask.' },
      writer: wes,
    })
    expect(why(before, { deed: 'send' })).toBe('no-meeting-day')
  })

  it.each(['drafted', 'written', 'signed', 'sent-back', 'closed'] as const)(
    'changes nothing in a form that is %s',
    (state) => expect(handOver(aForm(state), now)).toEqual(aForm(state)),
  )
})

describe('the meeting', () => {
  it('is proposed with times to come, in their order; the worker owes a choice by the first of them', () => {
    const proposed = after(aForm('seen'), propose('2018-06-19'))
    expect(proposed.meeting).toMatchObject({
      state: 'proposed',
      slots: [{ from: momentAt(day('2018-06-19'), '10:00') }, { from: momentAt(day('2018-06-25'), '09:00') }],
    })
    expect(owed(proposed)).toEqual(['write-form 1', 'choose-meeting 1'])
    expect(owed(after(proposed, propose('2018-06-20')))).toEqual(['write-form 1', 'choose-meeting 2'])
  })

  it.each([
    ['a time that has passed', propose('2018-06-18'), 'time-is-past'],
    ['an end before the beginning', propose('2018-06-19', '10:00', '09:00'), 'time-ends-before-it-begins'],
  ])('is not proposed with %s', (_, answer, reason) => expect(why(aForm('seen'), answer)).toBe(reason))

  it('once held, the day stands in the worker’s part, unless the worker wrote another', () => {
    const held: FormAnswer = { deed: 'record-meeting', on: today, present: ['worker', 'lead'] }
    expect(after(aForm('seen'), held)).toMatchObject({
      draft: { metOn: today, present: 'Lead person and allocated worker.' },
    })
    expect(after(aForm('seen', { draft: { metOn: day('2018-06-15') } }), held)).toMatchObject({
      draft: { metOn: '2018-06-15' },
    })
    expect(why(aForm('seen'), { ...held, on: day('2018-06-19') })).toBe('meeting-is-to-come')
    expect(why(aForm('seen'), { ...held, on: day('2018-06-05') })).toBe('meeting-before-panel')
  })

  it('is asked of the worker whatever came after the form was sent, until it is closed', () => {
    for (const state of ['written', 'signed', 'sent-back'] as const)
      expect(owed(after(aForm(state), propose('2018-06-19')))).toContain('choose-meeting 1')
    expect(why(aForm('closed'), propose('2018-06-19'))).toBe('form-is-closed')
  })

  it('booked for a day that has come, it is the day that a step of the worker’s begins with', () => {
    const slot = { from: momentAt(today, '10:00'), to: momentAt(today, '10:45') }
    const form = aForm('seen', { meeting: { state: 'booked', eventId: 'e', joinUrl: null, ...slot } })
    expect(after(form, { deed: 'write', learning: 'Ask.' })).toMatchObject({ draft: { metOn: today } })
  })
})

describe('the lead person’s log', () => {
  const check: FormAnswer = { deed: 'log', what: 'next-check', on: day('2018-06-22'), text: 'Look again.' }

  it('a next check is the lead person’s own reminder on that day, and what is logged then answers it', () => {
    const checked = after(aForm('seen'), check)
    expect(owed(checked)).toEqual(['write-form 1', 'check-form 1'])
    const spoke = { deed: 'log', what: 'spoke', on: day('2018-06-22'), text: 'Spoke.' } as const
    const onTheDay = decideForm(checked, spoke, momentAt(day('2018-06-22'), '12:00'), day('2018-06-22'), wes)
    expect(onTheDay).toMatchObject({ value: { check: null } })
    expect(after(checked, { ...spoke, on: today }).check).toEqual({ on: '2018-06-22', setAt: now })
  })

  it('what was said was, and a check is to come', () => {
    expect(why(aForm('seen'), { ...check, on: today })).toBe('check-is-past')
    expect(why(aForm('seen'), { ...check, what: 'told' })).toBe('log-is-to-come')
    expect(why(aForm('closed'), check)).toBe('form-is-closed')
  })
})

describe('taken back', () => {
  it('what was sent, until it is signed: every word is there, and it is owed anew', () => {
    const back = after(aForm('written'), { deed: 'take-back' })
    expect(back).toMatchObject({ state: 'seen', draft: workerPart, opening: 2, reopenedAt: now })
    expect('part' in back).toBe(false)
    expect(after(back, { deed: 'send' })).toMatchObject({ state: 'written', part: workerPart })
    for (const state of ['signed', 'sent-back', 'closed'] as const)
      expect(why(aForm(state), { deed: 'take-back' })).toBe('is-signed')
  })

  it('after its day, climbs anew from then on, and not at once', () => {
    expect(opened(after(aForm('written'), { deed: 'take-back' }))).toEqual([now])
    expect(opened(after(aForm('signed'), { deed: 'take-back-signature' }))).toEqual([now])
    const sentAgain = after(after(aForm('written'), { deed: 'take-back' }), { deed: 'send' })
    expect(opened(sentAgain)).toEqual([now])
  })

  it('what was recorded for the worker proves no reading, so it comes to be read', () => {
    const at = aForm('released').releasedAt
    const recorded = aForm('written', { seenAt: at, recordedFor: { how: 'by-phone', at } })
    const back = after(recorded, { deed: 'take-back' })
    expect(back).toMatchObject({ state: 'released', draft: workerPart, releasedAt: now })
    expect('seenAt' in back).toBe(false)
  })

  it('a signature, until it is reviewed: the note stays', () => {
    const back = after(aForm('signed'), { deed: 'take-back-signature' })
    expect(back).toMatchObject({ state: 'written', leadNote: aForm('signed').leadNote, opening: 2 })
    expect('signedAt' in back).toBe(false)
    for (const state of ['sent-back', 'closed'] as const)
      expect(why(aForm(state), { deed: 'take-back-signature' })).toBe('is-reviewed')
  })
})

describe('recorded for the worker', () => {
  const { shared: _, ...part } = workerPart
  const record: FormAnswer = { deed: 'record-for-worker', how: 'by-phone', ...part }

  it('says how and when, and is never shared with the manager by it', () => {
    const recorded = after(aForm('released'), record)
    expect(recorded).toMatchObject({
      state: 'written',
      part: { ...part, shared: false },
      recordedFor: { how: 'by-phone', at: now },
    })
    expect(recordedForInWords({ how: 'by-phone', at: now })).toBe('For the worker, by phone, 14:05')
  })

  it('can be taken back by the worker, and then is the worker’s own', () => {
    const back = after(after(aForm('seen'), record), { deed: 'take-back' })
    expect(back).toMatchObject({ state: 'seen', draft: part })
    expect('recordedFor' in back).toBe(false)
  })

  it('waits while the worker has a question', () => {
    expect(why(after(aForm('seen'), ask), record)).toBe('question-is-open')
  })
})

it('nothing goes on beside a form that was just drafted', () => {
  expect(aForm('drafted')).toMatchObject(NOTHING_BESIDE)
})
