import { expect, it } from 'vitest'

import { aRound } from '#tests/fixtures/a-round.ts'

import { answerFieldSchema, entrySchema, inviteSchema, signOffSchema } from './commands.ts'
import { fieldsOf, NOTHING, partOfField, takes } from './fields.ts'
import { missingInChronology, missingInEvaluation } from './missing.ts'

const { method } = aRound('evaluating')
const fields = fieldsOf(method)

it('a return has a text and a grade for each aspect, an answer and a note for each document, and what all have', () => {
  const { aspects } = method.tool
  expect(fields.size).toBe(2 * aspects.length + 2 * method.documents.length + 8)
  expect(fields.get('aspect.voice-of-the-child.grade')).toBe('grade')
  expect(fields.get('document.section-47')).toBe('document')
  expect(fields.get('child.words')).toBe('text')
  expect(fields.get('worker.words')).toBe('text')
})

it('a field of another method is none of its fields', () => {
  expect(fields.has('aspect.made-up.text')).toBe(false)
  expect(fields.has('aspect.history')).toBe(false)
})

it.each([
  ['grade', 'requires-improvement', true],
  ['grade', 'RI', false],
  ['yes-no', 'yes', true],
  ['yes-no', 'perhaps', false],
  ['document', 'not-applicable', true],
  ['document', 'lost', false],
  ['text', 'Whatever was seen.', true],
] as const)('a field of kind %s that is answered %j: %s', (kind, text, taken) => {
  expect(takes(kind, text)).toBe(taken)
  expect(takes(kind, '')).toBe(true)
})

it('saying that there is nothing to record belongs to the chronology, all else to the evaluation', () => {
  expect(partOfField(NOTHING)).toBe('chronology')
  const others = [...fields.keys()].filter((field) => field !== NOTHING)
  expect(new Set(others.map(partOfField))).toEqual(new Set(['evaluation']))
})

const asked = { ...method.tool, documents: method.documents }

it('an empty chronology is complete only when it says that there is nothing to record', () => {
  expect(missingInChronology(0, () => '')).toHaveLength(1)
  expect(missingInChronology(0, () => 'no')).toHaveLength(1)
  expect(missingInChronology(0, () => 'yes')).toEqual([])
  expect(missingInChronology(1, () => '')).toEqual([])
})

const answered = (field: string) => (field === 'document.plan' ? 'missing' : '')

it('every document that has no answer is named at once; aspect grades only where the method wants them', () => {
  const missing = missingInEvaluation(asked, answered)
  expect(missing).toHaveLength(method.documents.length - 1)
  expect(missing.map(({ field }) => field)).not.toContain('document.plan')
  const required = missingInEvaluation({ ...asked, aspectGrades: 'required' }, answered)
  expect(required).toHaveLength(missing.length + method.tool.aspects.length)
})

it.each([
  [1, 'referral', 'where-applicable'],
  [2, 'assessment', 'always'],
  [3, 'strategy-discussion', 'always'],
  [4, 'section-47', 'always'],
  [5, 'plan', 'always'],
  [6, 'return-home-interview', 'where-applicable'],
  [7, 'pre-sentence-report', 'where-applicable'],
  [8, 'specialist-services', 'always'],
] as const)(
  'document %i is asked for before an evaluation is sent, with room for words: %s',
  (n, id, needed) => {
    expect(method.documents[n - 1]).toMatchObject({ id, needed })
    expect(missingInEvaluation(asked, () => '').map(({ field }) => field)).toContain(`document.${id}`)
    expect(fields.get(`document.${id}.note`)).toBe('text')
  },
)

it.each([
  [1, 'management-oversight', 'Supervision'],
  [2, 'recording', 'Religion'],
  [3, 'compliance', 'procedures'],
  [4, 'history', 'drift or delay'],
  [5, 'voice-of-the-child', 'interpreter'],
  [6, 'referrals', 'what was decided'],
  [7, 'assessments-and-plans', 'who does what by when'],
  [8, 'multi-agency-working', 'minutes'],
  [9, 'escalation', 'kept safe'],
] as const)('aspect %i is asked about, with what to look for: %s', (n, id, lookedFor) => {
  const aspect = method.tool.aspects[n - 1]
  expect(aspect?.id).toBe(id)
  expect(aspect?.lookFor.join(' ')).toContain(lookedFor)
  expect(fields.get(`aspect.${id}.text`)).toBe('text')
})

it('says whether the child was met, or why not; the child’s own words stand apart from the worker’s', () => {
  expect(fields.get('child.met')).toBe('yes-no')
  for (const field of ['child.why-not', 'child.words', 'worker.words']) expect(fields.get(field)).toBe('text')
})

const entry = {
  on: '2018-03-20',
  until: null,
  source: 'log 31',
  event: 'School rang.',
  voice: '',
  raisedBy: '',
  response: '',
  responseSeen: 'none',
}

it.each([
  [{}, undefined],
  [{ until: '2018-03-22' }, undefined],
  [{ until: '2018-03-19' }, 'This is before the day on which it began.'],
  [{ on: '2018-02-30' }, 'This is not a day in the calendar.'],
  [{ event: '  ' }, 'Say what happened.'],
  [{ source: '' }, 'Say where it is recorded, for example: log 31.'],
  [{ responseSeen: 'maybe' }, 'Say whether there was a response.'],
])('an entry with %j is told: %s', (said, sentence) => {
  const parsed = entrySchema.safeParse({ ...entry, ...said })
  expect(parsed.error?.issues[0]?.message).toBe(sentence)
})

it('a sign-off without its judgements names each of them', () => {
  const parsed = signOffSchema.safeParse({ name: ' ', role: 'Head of service' })
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(['name', 'performance', 'impact', 'grade'])
})

it('an answer may be taken back, but is no book', () => {
  expect(answerFieldSchema.safeParse({ field: 'strengths', text: '' }).success).toBe(true)
  expect(answerFieldSchema.safeParse({ field: 'strengths', text: 'x'.repeat(10_001) }).success).toBe(false)
})

it.each(['kit', 'kit@', 'kit@example', 'kit @example.org'])('%s is no mail address', (mail) => {
  const parsed = inviteSchema.safeParse({ name: 'Kit Contributor-Test', jobTitle: 'Teacher', mail })
  expect(parsed.success).toBe(false)
})
