import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { editDangerSchema, editLadderSchema, parseLadder } from './commands.ts'
import { adviceLines, DEFAULT_DANGER, dangerLines } from './danger.ts'
import { openStage } from './decide.ts'
import { isUsable, nextRung } from './ladder.ts'
import { LADDERS, ladderFor } from './library.ts'

const times = (id: string) => ladderFor(id, false)?.rungs.map(({ reply }) => reply)

describe('the ladders', () => {
  it('each has its own name; all but the one whose times are not published can be used', () => {
    expect(LADDERS.map((ladder) => [ladder.id, isUsable(ladder)])).toEqual([
      ['generic', true],
      ['intra-agency', true],
      ['sefton', true],
      ['lincolnshire', true],
      ['leicester', false],
    ])
  })

  it('the default is that between agencies, and another inside one of them', () => {
    expect(ladderFor(undefined, false)?.id).toBe('generic')
    expect(ladderFor(undefined, true)?.id).toBe('intra-agency')
    expect(ladderFor('elsewhere', false)).toBeUndefined()
  })

  it('the published times stand as they were published', () => {
    expect(times('generic')).toEqual([3, 5, 2, 5, 'day-set'])
    expect(times('lincolnshire')).toEqual([2, 5, 2, 'day-set'])
    expect(times('sefton')).toEqual([5, 4, 'day-set'])
  })

  it('Leicester’s carries no escalation before its times are filled in', () => {
    const ladder = ladderFor('leicester', false)
    if (!ladder) throw new Error('no ladder')
    const today = day('2018-01-09')
    const when = { now: momentAt(today, '10:00'), today, calendar: { bankHolidays: new Set<never>() } }
    const stage = {
      ladder,
      from: 0,
      addressee: 'lead-csc' as never,
      interimSafety: 'With the aunt.',
      due: today,
    }
    expect(openStage(stage, when)).toEqual({ ok: false, reason: 'ladder-not-filled' })
  })

  it('the last rung is the top', () => {
    const [generic] = LADDERS
    if (!generic) throw new Error('no ladder')
    expect([0, 3, 4].map((rung) => nextRung(generic, rung))).toEqual([1, 4, 4])
  })

  it.each([
    ['no rung', { rungs: [] }, 'rungs'],
    [
      'a time that is none',
      { rungs: [{ name: 'One', between: 'All', reply: 0, tellsOffice: false }] },
      'reply',
    ],
    ['another version', { schemaVersion: 2 }, 'schemaVersion'],
  ])('is refused with %s', (_, wrong, where) => {
    expect(() => parseLadder({ ...LADDERS[0], ...wrong })).toThrow(where)
  })
})

describe('a ladder as it is filled in', () => {
  const rung = { name: 'Stage 1', between: 'Managers', reply: 3, tellsOffice: true, says: '' }
  const good = { id: 'leicester', name: 'Ours', source: '', stepUpAfter: 5, rungs: [rung] }
  const wrong = (said: object) =>
    editLadderSchema
      .safeParse({ ...good, ...said })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])

  it('is taken with working days, hours, or a day that is set', () => {
    for (const reply of [1, 60, { hours: 1 }, { hours: 240 }, 'day-set'])
      expect([reply, wrong({ rungs: [{ ...rung, reply }] })]).toEqual([reply, undefined])
  })

  it('every problem is said, each at its place', () => {
    const time = 'Give working days from 1 to 60, hours from 1 to 240, or say that a day is set each time.'
    const rungs = [
      { ...rung, name: ' ', reply: null },
      { ...rung, between: '', reply: 61 },
      { ...rung, reply: { hours: 241 } },
      { ...rung, reply: 'to-be-filled', says: 'x'.repeat(2001) },
    ]
    expect(wrong({ name: '', stepUpAfter: 0, rungs })).toEqual([
      ['name', 'Give the procedure a name.'],
      ['stepUpAfter', 'Give working days from 1 to 60.'],
      ['rungs.0.name', 'Give the stage a name.'],
      ['rungs.0.reply', time],
      ['rungs.1.between', 'Say who speaks to whom.'],
      ['rungs.1.reply', time],
      ['rungs.2.reply', time],
      ['rungs.3.reply', time],
      ['rungs.3.says', 'This is too long: 2,000 characters at most.'],
    ])
    expect(wrong({ rungs: [] })).toEqual([['rungs', 'Give it a stage.']])
    expect(wrong({ rungs: Array.from({ length: 9 }, () => rung) })).toEqual([
      ['rungs', 'A procedure has 8 stages at most.'],
    ])
  })

  it('hours run over the weekend, and a reply is owed on the day on which they are over', () => {
    const [generic] = LADDERS
    if (!generic) throw new Error('no ladder')
    const ladder = { ...generic, rungs: [{ ...rung, reply: { hours: 48 } }] }
    const today = day('2018-01-12')
    const when = { now: momentAt(today, '16:00'), today, calendar: { bankHolidays: new Set<never>() } }
    const opening = { ladder, from: 0, addressee: 'a' as never, interimSafety: 'So.', due: undefined }
    expect(openStage(opening, when)).toMatchObject({ value: { due: '2018-01-14' } })
  })

  it('one that an escalation kept from before is read as it was', () => {
    const { version: _, stepUpAfter: __, ...old } = LADDERS[0] ?? parseLadder({})
    const rungs = old.rungs.map(({ says: ___, ...each }) => each)
    expect(parseLadder({ ...old, rungs })).toEqual(LADDERS[0])
  })
})

describe('what to do in immediate danger', () => {
  it('says a line for each area, and no number before it is filled in', () => {
    expect(dangerLines(DEFAULT_DANGER)).toEqual([
      'Children’s social care of the area where the child is: Refer the child today, and say what you saw.',
    ])
    const north = { name: 'North', phone: '01632 960999', says: 'Refer today.', consult: '', link: '' }
    expect(dangerLines({ version: 1, areas: [north] })).toEqual(['North: ring 01632 960999. Refer today.'])
    expect(adviceLines({ version: 1, areas: [north] })).toEqual([])
  })

  it('has three lines to talk something over without a name, one for each area (OXF-15)', () => {
    const areas = ['North', 'City', 'South'].map((name, place) => {
      const link = place === 0 ? 'https://procedures.example.org' : ''
      return { name, phone: '', says: 'Refer today.', consult: `01632 96000${place}`, link }
    })
    expect(adviceLines({ version: 1, areas })).toEqual([
      'North, to talk it over without a name: ring 01632 960000. Procedures of North: https://procedures.example.org',
      'City, to talk it over without a name: ring 01632 960001.',
      'South, to talk it over without a name: ring 01632 960002.',
    ])
    expect(editDangerSchema.parse({ areas }).areas).toEqual(areas)
  })

  it('takes no number that nobody can ring', () => {
    const areas = [{ name: 'North', phone: 'ask Bea', says: '', link: 'javascript:alert(1)' }]
    expect(editDangerSchema.safeParse({ areas }).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'areas.0.phone',
      'areas.0.says',
      'areas.0.link',
    ])
  })
})
