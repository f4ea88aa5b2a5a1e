import { describe, expect, it } from 'vitest'

import { bankHolidays } from '#core/calendar/bank-holidays.ts'
import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { CaseFile } from '#core/cases/case-file.ts'
import { GRADES } from '#core/cases/grade.ts'
import type { Grade } from '#core/cases/grade.ts'
import type { FormId } from '#core/ids.ts'
import { isLoopForAll, withLoopForAll } from '#core/round/set-up-round.ts'
import { aCaseFile, aRound, roundPosts } from '#tests/fixtures/a-round.ts'

import { draftForm, needsForm } from './draft-form.ts'
import type { ReadyForForm } from './draft-form.ts'

const round = aRound('evaluating')
const calendar = { bankHolidays: new Set(bankHolidays.map((text) => day(text))) }
const now = momentAt(day('2018-06-06'), '16:45')
const actions = [
  { number: 'A2', what: 'Tell the referrer the outcome of every contact.' },
  { number: 'A10', what: 'See the child alone.' },
]

function judged(judgement: Grade): CaseFile {
  const file = aCaseFile('confirmed')
  return file.panel.state === 'confirmed' ? { ...file, panel: { ...file.panel, judgement } } : file
}

describe('a form is drafted', () => {
  it.each([
    ['requires-improvement', true],
    ['inadequate', true],
    ['good', false],
    ['outstanding', false],
  ] as const)('for a judgement of %s: %s', (judgement, drafted) => {
    expect(needsForm(judged(judgement), round)).toBe(drafted)
  })

  it.each(GRADES)('for a judgement of %s when the round asks for it in every case', (judgement) => {
    const all = { method: withLoopForAll(round.method) }
    expect(needsForm(judged(judgement), all)).toBe(true)
    expect([isLoopForAll(all.method), isLoopForAll(round.method)]).toEqual([true, false])
  })

  it('for no case whose grades the chair has not confirmed', () => {
    expect(needsForm(aCaseFile('recorded'), round)).toBe(false)
  })
})

describe('the draft', () => {
  const form = draftForm(
    'form-1' as FormId,
    aCaseFile('confirmed') as ReadyForForm,
    round,
    actions,
    now,
    calendar,
  )

  it('is due ten working days after panel day', () => {
    expect([form.panelDay, form.due]).toEqual(['2018-06-06', '2018-06-20'])
  })

  it('says first what was good, then what the panel asks for, each with its number', () => {
    expect(form.good).toBe('The school kept asking until it had an answer.')
    expect(form.asked).toBe('1. Tell the referrer the outcome of every contact.\n2. See the child alone.')
  })

  it('is the lead person’s to release, then the named worker’s; it climbs to the named manager', () => {
    const { csc, worker, manager, businessManager, qaManager } = roundPosts
    expect(form).toMatchObject({ state: 'drafted', lead: csc, worker, manager, reviewer: businessManager })
    expect(form.climb).toEqual({ leadPerson: csc, manager, qaManager, businessManager })
  })
})
