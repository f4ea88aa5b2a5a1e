import { describe, expect, it } from 'vitest'

import { smartHints } from '#core/actions/smart.ts'
import { bankHolidays } from '#core/calendar/bank-holidays.ts'
import { day } from '#core/calendar/day.ts'
import { isWorkingDay } from '#core/calendar/working-days.ts'
import { namesTheChild } from '#core/cases/case.ts'
import { GRADES } from '#core/cases/grade.ts'
import type { Grade } from '#core/cases/grade.ts'
import { parseMethod } from '#core/method/method.ts'
import { oldhamFull } from '#core/method/oldham-full.ts'

import { actions } from './actions.ts'
import { adults } from './adults.ts'
import { agencies } from './agencies.ts'
import { chronologies } from './chronologies/all.ts'
import { statements } from './collations.ts'
import { evaluations } from './evaluations/all.ts'
import { agenciesThatKnow, involvementOf, printedSums } from './involvement.ts'
import { longList } from './long-list.ts'
import { panel } from './panel.ts'
import { people } from './people.ts'
import { personas } from './personas.ts'
import { leadAgency, selected, teams } from './selection.ts'
import { after } from './timeline/after.ts'
import { before } from './timeline/all.ts'

const own = selected.flatMap((of) => evaluations[of].map(({ agency, grade }) => ({ of, agency, grade })))
const afterPanel = own.map(({ of, agency, grade }) => {
  return panel[of].regrades.find((each) => each.agency === agency)?.to ?? grade
})

describe('The neglect round of Exampleshire', () => {
  it('has a long list of twenty, each with two to five adults, one of them not born yet', () => {
    expect(longList.map(({ reference }) => reference)).toEqual(Object.keys(printedSums))
    expect(longList).toHaveLength(20)
    for (const child of longList) {
      expect(child.adults.length).toBeGreaterThanOrEqual(2)
      expect(child.adults.length).toBeLessThanOrEqual(5)
    }
    expect(longList.filter(({ born }) => born === null).map(({ reference }) => reference)).toEqual(['N-15'])
  })

  it('adds up as the matrix is printed, and the six best known are the six chosen', () => {
    const sums = Object.fromEntries(
      longList.map(({ reference }) => [reference, agenciesThatKnow(reference).length]),
    )
    expect(sums).toEqual(printedSums)
    const best = longList.toSorted((one, other) => (sums[other.reference] ?? 0) - (sums[one.reference] ?? 0))
    expect(
      best
        .slice(0, 6)
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual([...selected])
  })

  it('takes cases of each threshold: one assessed, two in need, three in protection', () => {
    expect(selected.map((of) => longList.find(({ reference }) => reference === of)?.threshold)).toEqual([
      'assessed',
      'child-in-need',
      'child-protection',
      'child-protection',
      'child-in-need',
      'child-protection',
    ])
    for (const of of selected) expect(agenciesThatKnow(of)).toContain(leadAgency[of])
  })

  it('has 39 own grades, 8 regrades, all of them downward and with a rationale', () => {
    expect(own).toHaveLength(39)
    expect(counts(own.map(({ grade }) => grade))).toEqual([1, 19, 17, 2])
    expect(counts(afterPanel)).toEqual([0, 15, 20, 4])
    const regrades = selected.flatMap((of) => panel[of].regrades.map((regrade) => ({ of, ...regrade })))
    expect(regrades).toHaveLength(8)
    for (const { of, agency, to, rationale } of regrades) {
      const before = own.find((each) => each.of === of && each.agency === agency)?.grade ?? 'inadequate'
      expect(GRADES.indexOf(to)).toBeGreaterThan(GRADES.indexOf(before))
      expect(rationale.length).toBeGreaterThan(10)
    }
  })

  it('has a grade of exactly the agencies that know the case, and none of those that know it briefly', () => {
    for (const of of selected)
      expect(evaluations[of].map(({ agency }) => agency).toSorted()).toEqual(agenciesThatKnow(of).toSorted())
  })

  it('judges the partnership good once, requires improvement three times, inadequate twice', () => {
    expect(counts(selected.map((of) => panel[of].judgement))).toEqual([0, 1, 3, 2])
  })

  it('has 8 to 15 entries for each case, of every agency that knows it and of none that does not', () => {
    for (const of of selected) {
      expect(chronologies[of].length).toBeGreaterThanOrEqual(8)
      expect(chronologies[of].length).toBeLessThanOrEqual(15)
      const wrote = new Set(chronologies[of].map(({ agency }) => agency))
      for (const agency of agenciesThatKnow(of)) expect(wrote).toContain(agency)
      for (const agency of wrote) expect(involvementOf(agency, of)).not.toBe('not-known')
    }
  })

  it('looks back on 7 November 2017 to 7 May 2018, but for two entries', () => {
    const all = selected.flatMap((of) => chronologies[of])
    expect(all.filter(({ on }) => on < '2017-11-07' || on > '2018-05-07').map(({ on }) => on)).toEqual([
      '2018-05-09',
      '2017-10-12',
    ])
    expect(all.every(({ on }) => day(on) <= day('2018-05-15'))).toBe(true)
  })

  it('has 18 actions, each of another post than raised it; two have no day of their own yet', () => {
    expect(actions.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, n) => `A${n + 1}`))
    for (const { case: of, owner, raiser } of actions) {
      const ownerOf = owner === 'worker' ? leadAgency[of] : owner
      expect(ownerOf).not.toBe(raiser)
    }
    expect(actions.filter(({ what }) => what.includes('Agree by')).map(({ number }) => number)).toEqual([
      'A6',
      'A18',
    ])
    expect(specific('A6')).toBe(false)
    expect(specific('A1')).toBe(true)
  })

  it('says nothing on a card that names the child', () => {
    const cards = [
      ...actions.map(({ case: of, what }) => ({ of, text: what })),
      ...selected.map((of) => ({ of, text: panel[of].good })),
    ]
    for (const { of, text } of cards) {
      const child = longList.find(({ reference }) => reference === of)
      expect(child && namesTheChild(text, child)).toBe(false)
    }
  })

  it('is invented: every name ends in -Test', () => {
    const names = [
      ...people.map(({ name }) => name),
      ...longList.map(({ name }) => name),
      ...Object.values(adults).flatMap((each) => each.map(({ name }) => name)),
    ]
    expect(names.filter((name) => !name.endsWith('-Test'))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('has everybody as whom a newcomer can sign in, under the same name and on the same road', () => {
    for (const { id, name, road } of personas)
      expect(people.find((each) => each.id === id)).toMatchObject({ name, road })
  })

  it('asks about aspects and documents that the method has', () => {
    const method = parseMethod(oldhamFull)
    const aspects = method.ok ? method.value.tool.aspects.map(({ id }) => id) : []
    const asked = selected.flatMap((of) => evaluations[of].flatMap((each) => Object.keys(each.aspects ?? {})))
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((id) => !aspects.includes(id))).toEqual([])
    expect(Object.keys(statements)).toEqual([...selected])
  })
})

describe('What happened in it', () => {
  const all = [...before, ...after]

  it('is done by people of the example, on working days, one after the other', () => {
    const known = new Set(people.map(({ id }) => id))
    const calendar = { bankHolidays: new Set(bankHolidays) }
    for (const { at, by } of all) {
      expect(known).toContain(by)
      expect(isWorkingDay(calendar, day(at.slice(0, 10)))).toBe(true)
      expect(at.slice(11) >= '08:00' && at.slice(11) < '18:00').toBe(true)
    }
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted())
    expect(before.every(({ at }) => at < '2018-06-18 10:00')).toBe(true)
    expect(after.every(({ at, says }) => at > '2018-06-18 10:00' && says !== undefined)).toBe(true)
  })

  it('sends 39 evaluations and one of them again, and one chronology two days late', () => {
    const sent = before.flatMap(({ at, does }) => (does.kind === 'send-part' ? [{ at, ...does }] : []))
    const sentEvaluations = sent.filter(({ part }) => part === 'evaluation')
    expect(sentEvaluations).toHaveLength(40)
    expect(before.filter(({ does }) => does.kind === 'send-back')).toHaveLength(1)
    const late = sent.filter(({ part, at }) => part === 'chronology' && at > '2018-05-21 23:59')
    expect(late.map(({ case: of, agency }) => `${of} ${agency}`)).toEqual(['N-14 gp'])
  })

  it('leads to five forms: those judged to require improvement or inadequate', () => {
    const stories = new Set(before.flatMap(({ does }) => (does.kind === 'answer-form' ? [does.case] : [])))
    expect([...stories].toSorted()).toEqual(selected.filter((of) => panel[of].judgement !== 'good'))
    expect(
      before.filter(({ does }) => does.kind === 'answer-form' && does.answer.deed === 'close'),
    ).toHaveLength(1)
  })

  it('gives nobody who works with a child a lead person’s post', () => {
    const leads = new Set<string>(agencies.map(({ lead }) => lead))
    for (const of of selected) {
      expect(leads.has(teams[of].worker)).toBe(false)
      expect(leads.has(teams[of].manager)).toBe(false)
    }
  })
})

function counts(grades: readonly Grade[]): readonly number[] {
  return GRADES.map((grade) => grades.filter((each) => each === grade).length)
}

function specific(number: string): boolean | undefined {
  const found = actions.find((each) => each.number === number)
  return found && smartHints(found).find(({ word }) => word === 'Specific')?.met
}
