import { describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'
import { nodesOf, textsOf } from '#tests/fixtures/card-rules.ts'

import { ANSWERED_BY } from './answers.ts'
import { botEvents } from './bot-events.ts'
import type { Desk } from './desk.ts'
import { toEscalationAnswer } from './escalation-presses.ts'

const promise = { deed: 'promise', what: 'Visit.', who: 'The worker', by: '2018-06-29' }

describe('what is answered in chat', () => {
  it('is a promise, that it is done, that it happened, what came of it, that it was read, waiting on; what opens a stage is not', () => {
    const inChat = Object.entries(ANSWERED_BY).flatMap(([deed, by]) => (by === 'escalation' ? [deed] : []))
    expect(inChat).toEqual([
      'promise',
      'say-kept',
      'confirm-kept',
      'give-feedback',
      'hear-feedback',
      'wait-on',
    ])
    for (const inTab of ['deny-kept', 'step-up', 'withdraw-escalation', 'set-theme'])
      expect(ANSWERED_BY).not.toHaveProperty(inTab)
  })

  it('comes through the door of the tab: what is missing is said in its sentence', () => {
    expect(toEscalationAnswer({ ...promise, duty: 'duty-1', version: 7 })).toEqual(promise)
    expect(toEscalationAnswer({ ...promise, what: ' ' })).toBe('Say what will be done.')
    expect(toEscalationAnswer({ ...promise, by: '2018-02-30' })).toBe('This is not a day in the calendar.')
    expect(toEscalationAnswer({ deed: 'give-feedback' })).toBe('Say what came of it.')
  })
})

describe('a press', () => {
  const said: unknown[] = []
  const desk = (refuses?: string) =>
    ({
      personOf: async () => 'ada' as PersonId,
      around: async () => around,
      duty: async () => ({
        state: 'owed',
        item: anItem({ kind: 'answer-escalation', number: 'X1', what: '', path: '/escalations/x' }),
      }),
      answerEscalation: async (...given: unknown[]) => {
        said.push(given)
        return refuses ? { ok: false, reason: refuses } : { ok: true, value: undefined }
      },
      arrived: async () => {},
    }) as unknown as Desk
  const press = (data: Readonly<Record<string, string>>, verb = 'answer', refuses?: string) =>
    botEvents(desk(refuses)).cardAction({
      verb,
      data,
      user: { tenantId: 't', aadId: 'a' },
      activityId: 'activity-1',
    } as never)

  it('goes to the one use case, and what was typed stands on no card after it', async () => {
    const answer = await press({ ...promise, duty: 'duty-1' })
    expect(said.pop()).toEqual(['ada', 'duty-1', promise, 'activity-1'])
    expect(JSON.stringify(answer)).not.toContain('Visit')
  })

  it('with a day that has passed leaves the card as it is, and says so', async () => {
    expect(await press({ ...promise, duty: 'duty-1' }, 'answer', 'promise-day-past')).toMatchObject({
      kind: 'error',
      message: 'That day has passed. Promise it for today or a later day.',
    })
  })

  it('on "Say what will be done" opens the form of the promise, with a field for what, who, by when and which meeting', async () => {
    const answer = await press({ duty: 'duty-1', form: 'promise' }, 'look')
    if (answer.kind !== 'card') throw new Error(answer.kind)
    const ids = nodesOf(answer.card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
    expect(ids).toEqual(['what', 'who', 'by', 'waitsFor'])
    expect(textsOf(answer.card).join(' ')).toContain('Escalation N-08, X1: what will be done')
  })
})
