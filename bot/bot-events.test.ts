import { describe, expect, it } from 'vitest'

import { aDesk, address, answered, owed, press, user, wes } from '#tests/fixtures/a-desk.ts'
import { anItem } from '#tests/fixtures/a-letter.ts'
import { nodesOf, textsOf } from '#tests/fixtures/card-rules.ts'
import { EVERY_PRESS } from '#tests/fixtures/every-press.ts'

import type { CardAnswer, CardJson } from './transport/bot-transport.ts'

const cardOf = (answer: CardAnswer): CardJson => {
  if (answer.kind !== 'card') throw new Error(JSON.stringify(answer))
  return answer.card
}
const headingOf = (answer: CardAnswer): unknown => nodesOf(cardOf(answer)['body'])[0]?.['text']
const inputsOf = (answer: CardAnswer): readonly unknown[] =>
  nodesOf(cardOf(answer)).flatMap(({ type, id }) => (String(type).startsWith('Input.') ? [id] : []))

describe('"look"', () => {
  it('shows the duty as it stands, and changes nothing', async () => {
    const { events, said } = aDesk()
    expect(headingOf(await events.cardAction(press('look')))).toBe('Case N-08, A2: one action for you')
    expect(said).toEqual([])
  })

  it('opens the form that the button named', async () => {
    const { events } = aDesk()
    const answer = await events.cardAction(press('look', { duty: 'duty-2', form: 'report-done' }))
    expect(inputsOf(answer)).toEqual(['whatWasDone', 'evidence'])
  })

  it.each(['nonsense', 'toString', '__proto__', 7, null])(
    'shows the question for a form "%s" that is none',
    async (form) => {
      const answer = await aDesk().events.cardAction(press('look', { duty: 'duty-2', form }))
      expect([headingOf(answer), inputsOf(answer)]).toEqual(['Case N-08, A2: one action for you', []])
    },
  )

  it('opens no form for somebody who is only told', async () => {
    const { events } = aDesk({ duties: { 'duty-2': { ...owed, item: anItem({ yours: false }) } } })
    const answer = await events.cardAction(press('look', { duty: 'duty-2', form: 'report-done' }))
    expect(inputsOf(answer)).toEqual([])
  })

  it('on an old card shows the receipt, also when the card asks for its form', async () => {
    const { events } = aDesk({ duties: { 'duty-2': answered } })
    for (const data of [{ duty: 'duty-2' }, { duty: 'duty-2', form: 'report-done' }]) {
      const answer = await events.cardAction(press('look', data))
      expect(headingOf(answer)).toBe('Case N-08, A2: answered')
      expect(textsOf(cardOf(answer))).toContain(answered.sentences[0])
      expect(inputsOf(answer)).toEqual([])
    }
  })
})

describe('a card that is somebody else’s', () => {
  // The house finds nothing for this person, whether the duty is another’s or is not there at all.
  it.each(EVERY_PRESS)('is answered byte for byte like one that is not there: $name', async (each) => {
    const at = async (duty: string, refuses: 'not-yours-to-answer' | 'no-such-duty') => {
      const { events, said } = aDesk({ refuses })
      const answer = await events.cardAction(press(each.verb, { ...each.data, duty }))
      const noted = said.filter((entry) => Array.isArray(entry) && entry[0] === 'notTheirs')
      return { answer: JSON.stringify(answer), noted }
    }
    const other = await at('duty-of-another', 'not-yours-to-answer')
    expect(other.answer).toBe((await at('no-such-duty', 'no-such-duty')).answer)
    if (each.verb !== 'look' && each.verb !== 'answer') return
    expect(other.answer).toContain('This card is not for you')
    expect(other.noted).toEqual([['notTheirs', wes, 'duty-of-another', 'press-1']])
  })

  it('that Teams opens anew by itself is nobody’s press: nothing is written down', async () => {
    const { events, said } = aDesk({ refuses: 'no-such-duty' })
    const look = press('look', { duty: 'duty-of-another' })
    const answer = await events.cardAction({ ...look, trigger: 'automatic' })
    expect(JSON.stringify(answer)).toContain('This card is not for you')
    expect(said.filter((entry) => Array.isArray(entry) && entry[0] === 'notTheirs')).toEqual([])
  })

  it('is answered so to a person whom the house does not know, whatever they press', async () => {
    const { events, said } = aDesk()
    const stranger = { user: { ...user, aadId: 'aad-nobody' } }
    const answers = []
    for (const verb of ['look', 'list', 'answer', 'nonsense']) {
      answers.push(JSON.stringify(await events.cardAction({ ...press(verb), ...stranger })))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('This card is not for you')
    expect(said).toEqual(answers.map(() => ['notTheirs', null, 'duty-2', 'press-1']))
  })

  it('is not opened by the same object id in another tenant', async () => {
    const other = { ...press('look'), user: { ...user, tenantId: 'tenant-2' } }
    expect(headingOf(await aDesk().events.cardAction(other))).toBe('This card is not for you')
  })
})

describe('"answer"', () => {
  it('says the deed with its words, keyed by the press, and turns the card into a receipt', async () => {
    const { events, said } = aDesk({ after: answered })
    const data = { duty: 'duty-2', deed: 'report-done', whatWasDone: ' Rang. ', evidence: 'Note.' }
    const answer = await events.cardAction(press('answer', data))
    const words = { deed: 'report-done', whatWasDone: 'Rang.', evidence: 'Note.' }
    expect(said).toEqual([['answer', wes, 'duty-2', words, 'press-1']])
    expect(headingOf(answer)).toBe('Case N-08, A2: answered')
    expect(JSON.stringify(answer)).not.toContain('Rang.')
  })

  it.each([
    ['ask-for-time', { deed: 'ask-for-time', until: '2018-06-22', reason: 'Away.' }],
    ['not-right', { deed: 'question', question: 'not-right', reason: 'Away.' }],
    ['cannot-do', { deed: 'question', question: 'cannot-do', reason: 'Away.' }],
  ])('"Something is not right" with the choice %s', async (choice, words) => {
    const { events, said } = aDesk()
    const data = { duty: 'duty-2', deed: choice, until: '2018-06-22', reason: 'Away.' }
    await events.cardAction(press('answer', data))
    expect(said).toEqual([['answer', wes, 'duty-2', words, 'press-1']])
  })

  it.each([
    [{}, 'Choose an answer.'],
    [{ deed: 'close-it' }, 'Choose an answer.'],
    [{ deed: 'not-right' }, 'Say what is not right, so that it can be put right.'],
    [{ deed: 'cannot-do', reason: ' ' }, 'Say what is not right, so that it can be put right.'],
    [{ deed: 'ask-for-time', reason: 'x' }, 'Give a day, for example 22 6 2018.'],
    [{ deed: 'ask-for-time', reason: 'x', until: '' }, 'Give a day, for example 22 6 2018.'],
    [{ deed: 'report-done', evidence: 'Note.' }, 'Say what was done.'],
    [{ deed: 'dispute' }, 'Say what did not happen, so that the owner knows what is left to do.'],
    [{ deed: 'dispute', reason: 'x'.repeat(2001) }, 'This is too long: 2,000 characters at most.'],
  ])('%o gets the sentence that says what is missing, and changes nothing', async (data, message) => {
    const { events, said } = aDesk()
    const answer = await events.cardAction(press('answer', { duty: 'duty-2', ...data }))
    expect(answer).toEqual({ kind: 'error', status: 400, code: 'BadInput', message })
    expect(said).toEqual([])
  })

  it.each([
    ['day-is-past', 'That day has passed. Choose a later one.'],
    ['day-is-not-later', 'Choose a day after the one that the action has now.'],
  ] as const)('a day that does not fit (%s) is said', async (refuses, message) => {
    const data = {
      duty: 'duty-2',
      deed: 'ask-for-time',
      until: '2018-06-01',
      reason: 'x',
    }
    const answer = await aDesk({ refuses }).events.cardAction(press('answer', data))
    expect(answer).toEqual({ kind: 'error', status: 400, code: 'BadInput', message })
  })

  it.each(['already-answered', 'changed-meanwhile', 'key-was-used'] as const)(
    'that comes too late (%s) gets the card as it stands now',
    async (refuses) => {
      const { events } = aDesk({ refuses, after: answered })
      const answer = await events.cardAction(press('answer', { duty: 'duty-2', deed: 'confirm' }))
      expect(headingOf(answer)).toBe('Case N-08, A2: answered')
    },
  )

  it('of a time takes it, and a time that does not fit any more says so on the card', async () => {
    const data = { duty: 'duty-2', deed: 'take-time', form: '2018-06-19T09:00:00.000Z' }
    const { events, said } = aDesk()
    await events.cardAction(press('answer', data))
    expect(said).toEqual([['takeTime', wes, 'duty-2', '2018-06-19T09:00:00.000Z', 'press-1']])
    const gone = aDesk({ time: { ok: false, reason: 'time-is-past' } })
    expect(await gone.events.cardAction(press('answer', data))).toMatchObject({
      kind: 'error',
      message: 'That time has passed. Take another one, or ring your lead person.',
    })
    expect(await aDesk().events.cardAction(press('answer', { ...data, form: 'soon' }))).toMatchObject({
      kind: 'error',
      message: 'Choose a time.',
    })
  })

  it('of a stale form that does not fit the duty any more shows what is asked now', async () => {
    const { events } = aDesk({ refuses: 'not-yours-to-answer' })
    const data = { duty: 'duty-2', deed: 'dispute', reason: 'It did not happen.' }
    const answer = await events.cardAction(press('answer', data))
    expect([headingOf(answer), inputsOf(answer)]).toEqual(['Case N-08, A2: one action for you', []])
  })
})

describe('a message in doubt', () => {
  it.each(['look', 'list', 'answer'])('has arrived when somebody presses "%s" on it', async (verb) => {
    const { events, said } = aDesk()
    await events.cardAction(press(verb, { duty: 'duty-2', number: 1042, deed: 'confirm' }))
    expect(said).toContainEqual(['arrived', wes, 1042])
  })

  it.each([undefined, '1042', 10.5, Number.NaN, null])('is not settled by the number %s', async (number) => {
    const { events, said } = aDesk()
    await events.cardAction(press('list', { number }))
    expect(said).toEqual([])
  })
})

describe('what else comes in', () => {
  it('"list" shows what is waiting, or that nothing is', async () => {
    const waits = await aDesk().events.cardAction(press('list', {}))
    expect(headingOf(waits)).toBe('One thing is waiting for you')
    const none = await aDesk({ duties: {} }).events.cardAction(press('list', {}))
    expect(headingOf(none)).toBe('Nothing is waiting for you')
  })

  it.each(['', 'delete', 'Answer', 'constructor'])('an unknown verb "%s" changes nothing', async (verb) => {
    const { events, said } = aDesk()
    expect(await events.cardAction(press(verb))).toEqual({
      kind: 'error',
      status: 400,
      code: 'UnknownVerb',
      message: 'This card is too old. Say "list" for a new one.',
    })
    expect(said).toEqual([])
  })

  it('installing and removing are written down for people whom we know', async () => {
    const { events, said } = aDesk()
    await events.installed(address)
    await events.uninstalled(address)
    await events.installed({ ...address, userAadId: 'aad-nobody' })
    expect(said).toEqual([
      ['installed', wes, address],
      ['uninstalled', wes],
    ])
  })
})
