import { describe, expect, it } from 'vitest'

import { answerSchema, recordActionSchema } from './commands.ts'

const complaints = (said: unknown): readonly (readonly [string, string])[] => {
  const parsed = answerSchema.safeParse(said)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => [path.map(String).join('.'), message])
}

const TOO_LONG = 'This is too long: 2,000 characters at most.'
const SAY_WHY = {
  'ask-for-time': 'Say why more time is needed.',
  question: 'Say what is not right, so that it can be put right.',
  dispute: 'Say what did not happen, so that the owner knows what is left to do.',
  'keep-day': 'Say why the day has to stay.',
  'keep-action': 'Answer the question, so that the owner can go on.',
  withdraw: 'Say why the action is withdrawn.',
} as const

const whole = {
  'ask-for-time': { until: '2018-06-22', reason: 'Away.' },
  question: { question: 'not-right', reason: 'Another school.' },
  dispute: { reason: 'No call came.' },
  'keep-day': { reason: 'The hearing is then.' },
  'keep-action': { reason: 'It still helps.' },
  withdraw: { reason: 'Raised by mistake.' },
} as const

describe.each(Object.keys(SAY_WHY) as (keyof typeof SAY_WHY)[])('"%s"', (deed) => {
  it('is taken with its reason, without the spaces around it', () => {
    const said = answerSchema.parse({ deed, ...whole[deed], reason: '  Because.\n ' })
    expect(said).toEqual({ deed, ...whole[deed], reason: 'Because.' })
  })

  it.each([
    ['left out', undefined],
    ['empty', ''],
    ['blank', ' \n '],
    ['no text', 7],
  ])('asks for the reason when it is %s', (_, reason) => {
    expect(complaints({ deed, ...whole[deed], reason })).toEqual([['reason', SAY_WHY[deed]]])
  })

  it('takes 2,000 characters and not one more', () => {
    expect(complaints({ deed, ...whole[deed], reason: 'x'.repeat(2000) })).toEqual([])
    expect(complaints({ deed, ...whole[deed], reason: 'x'.repeat(2001) })).toEqual([['reason', TOO_LONG]])
  })
})

describe('"report-done"', () => {
  it('asks for what was done and how one knows', () => {
    expect(complaints({ deed: 'report-done' })).toEqual([
      ['whatWasDone', 'Say what was done.'],
      ['evidence', 'Say how you know: what was seen, recorded or told.'],
    ])
  })
})

it.each(['confirm', 'agree-time'])('"%s" needs no words, and keeps none that come along', (deed) => {
  expect(answerSchema.parse({ deed, reason: 'unasked', person: 'somebody else' })).toEqual({ deed })
})

it.each([
  ['', 'Give a day, for example 22 6 2018.'],
  ['22 6 2018', 'This is not a day in the calendar.'],
  ['2018-02-30', 'This is not a day in the calendar.'],
  [undefined, 'Give a day, for example 22 6 2018.'],
])('a later day "%s" is answered: %s', (until, sentence) => {
  expect(complaints({ deed: 'ask-for-time', reason: 'Away.', until })).toEqual([['until', sentence]])
})

it('a question says which of the two it is', () => {
  expect(complaints({ deed: 'question', reason: 'x', question: 'both' })).toEqual([
    ['question', 'Choose what is not right.'],
  ])
})

it.each([undefined, null, 'confirm', {}, { deed: 'close' }, { deed: ['confirm'] }])(
  '%o is no answer',
  (said) => {
    expect(complaints(said).map(([, sentence]) => sentence)).toEqual(['Choose an answer.'])
  },
)

describe('what the QA manager records', () => {
  const action = {
    case: 'case-n-08',
    owner: 'worker-n08',
    raiser: 'lead-edu',
    what: 'See the child alone.',
    help: 'The record shows it.',
    due: '2018-06-15',
  }
  const sentenceFor = (said: object): string | undefined => {
    const parsed = recordActionSchema.safeParse({ ...action, ...said })
    return parsed.success ? undefined : parsed.error.issues[0]?.message
  }

  it('is taken when it is whole', () => {
    expect(recordActionSchema.parse({ ...action, version: 7 })).toEqual(action)
  })

  it.each([
    ['Choose a case.', { case: '' }],
    ['Choose a case.', { case: undefined }],
    ['Choose who will do it.', { owner: '' }],
    ['Choose who will do it.', { owner: undefined }],
    ['Choose who asked for it.', { raiser: '' }],
    ['Choose who asked for it.', { raiser: undefined }],
    ['Say what will be done.', { what: '   ' }],
    ['Say what will be done.', { what: undefined }],
    ['This is too long for a card: 300 characters at most.', { what: 'x'.repeat(301) }],
    ['Say how we will know that it helped.', { help: '' }],
    [TOO_LONG, { help: 'x'.repeat(2001) }],
    ['Give a day, for example 22 6 2018.', { due: undefined }],
    ['This is not a day in the calendar.', { due: '2018-06-31' }],
  ])('is answered "%s" for %o', (sentence, said) => {
    expect(sentenceFor(said)).toBe(sentence)
  })
})
