import { describe, expect, it } from 'vitest'

import { loadMethods, methods } from './library.ts'
import { parseMethod } from './method.ts'
import type { Method } from './method.ts'
import { oldhamFull } from './oldham-full.ts'
import { parseEach } from './problems.ts'

const [method] = read()

describe('the full method', () => {
  it('is the one that is read at start', () => {
    expect(methods).toHaveLength(1)
    expect(method.id).toBe('oldham-full')
  })

  it('is the same after it was frozen into a round and read again', () => {
    expect(parseMethod(JSON.parse(JSON.stringify(method)))).toEqual({ ok: true, value: method })
  })

  it.each([
    ['sendLongList', 2],
    ['confirmReceipt', 2],
    ['sayInvolvement', 3],
    ['select', 4],
    ['openReturns', 5],
    ['chronology', 11],
    ['collatedInputs', 11],
    ['signOff', 12],
    ['evaluation', 13],
    ['nameWorker', 13],
    ['releaseToQa', 13],
    ['releaseToPanel', 14],
    ['collatorSendsOn', 14],
    ['panel', 18],
    ['shareNotes', 20],
    ['updates', 31],
    ['week7', 31],
  ] as const)('%s is due on day %i', (duty, slot) => {
    expect(method.days.find(({ id }) => id === method.duties[duty])?.to).toBe(slot)
  })

  it('takes seven weeks of five days', () => {
    expect(Math.max(...method.days.map(({ to }) => to))).toBe(35)
  })

  it('asks about nine aspects, the short tool about the fourth, fifth, seventh and eighth', () => {
    const ids = method.tool.aspects.map(({ id }) => id)
    expect(ids).toHaveLength(9)
    expect(method.shortTool).toEqual([ids[3], ids[4], ids[6], ids[7]])
    expect(method.tool.aspects.filter(({ question }) => !question.endsWith('?'))).toEqual([])
    expect(method.tool.proposal).toBe(true)
  })

  it('asks for eight documents, three of them where applicable, one also in words', () => {
    expect(method.documents).toHaveLength(8)
    expect(method.documents.filter(({ needed }) => needed === 'where-applicable')).toHaveLength(3)
    expect(method.documents.filter(({ given }) => given === 'file-or-words').map(({ id }) => id)).toEqual([
      'specialist-services',
    ])
  })
})

/** A path, what is said about it, and how to break the method there. */
type Break = readonly [path: string, problem: string, spoil: (draft: Spoilt) => void]
type Spoilt = { [part: string]: never }

const TEN: readonly Break[] = [
  ['reminders', 'There is no such setting.', set('reminders', true)],
  ['days[2].stage', 'There is no stage "thinking".', set('days.2.stage', 'thinking')],
  ['days[3].title', 'Write a text.', set('days.3.title', ' ')],
  [
    'days[15].printed',
    'Another day is already printed as "chronologies".',
    set('days.15.printed', { column: 'chronologies' }),
  ],
  ['duties.sayInvolvement', 'There is no day "day-three".', set('duties.sayInvolvement', 'day-three')],
  [
    'duties.panel',
    'Day 13 is too early, after evaluation on day 13, collatorSendsOn on day 14, releaseToPanel on day 14, nameWorker on day 13.',
    (draft) => {
      set('days.16.from', 13)(draft)
      set('days.16.to', 13)(draft)
    },
  ],
  ['sample.choose', 'From 9 to 7 is no range.', set('sample.choose.from', 9)],
  [
    'sample.thresholds[2]',
    'Choose one of: assessed, early-help, child-in-need, child-protection, child-in-care.',
    set('sample.thresholds.2', 'in-trouble'),
  ],
  ['tool.aspects[8].id', '"recording" stands here twice.', set('tool.aspects.8.id', 'recording')],
  ['closeTheLoop.forJudgements[1]', 'There is no grade "inadequate".', set('grades.length', 3)],
]

const MORE: readonly Break[] = [
  ['schemaVersion', 'This version of methods is not known: 1 is.', set('schemaVersion', 2)],
  ['id', 'An id is written in small letters, figures and hyphens.', set('id', 'Full method')],
  ['labels', 'Choose one of: 2018, 2026.', set('labels', '1989')],
  ['duties', 'A group of settings belongs here.', set('duties', [])],
  ['duties.week8', 'There is no such setting.', set('duties.week8', 'updates')],
  ['duties.updates', 'Give it an id.', set('duties.updates', undefined)],
  ['days[5].to', 'The day "evaluating" ends before it begins.', set('days.5.to', 4)],
  ['days[5].from', 'Give a whole number.', set('days.5.from', '6')],
  ['days[1].id', '"cohort" stands here twice.', set('days.1.id', 'cohort')],
  ['duties.panel', 'The panel is one day.', set('days.16.to', 19)],
  ['sample.longList', '7 cases cannot be chosen from a list of 6.', set('sample.longList', 6)],
  ['sample.thresholds', 'This list is empty.', set('sample.thresholds', [])],
  ['shortTool[0]', 'There is no aspect "past".', set('shortTool.0', 'past')],
  [
    'closeTheLoop.afterPanelWorkingDays',
    'Give a whole number.',
    set('closeTheLoop.afterPanelWorkingDays', 1.5),
  ],
  ['collation', 'A list belongs here.', set('collation', undefined)],
]

describe('a method that was broken', () => {
  it('in ten ways has ten problems, each with its path and a sentence', () => {
    const draft = copy()
    for (const [, , spoil] of TEN) spoil(draft)
    expect(problemsIn(draft).toSorted()).toEqual(
      TEN.map(([path, problem]) => `${path}: ${problem}`).toSorted(),
    )
  })

  it.each([...TEN, ...MORE])('at %s: %s', (path, problem, spoil) => {
    const draft = copy()
    spoil(draft)
    expect(problemsIn(draft)).toContain(`${path}: ${problem}`)
  })

  it.each([null, undefined, 'a method', [], 7])('has one problem as a whole when it is %j', (data) => {
    expect(problemsIn(data)).toEqual([': A group of settings belongs here.'])
  })

  it('says in which of several methods it stands', () => {
    const draft = copy()
    set('kind', 'long')(draft)
    expect(parseEach('methods', [oldhamFull, draft, 7], parseMethod)).toEqual({
      ok: false,
      problems: [
        { path: 'methods[1].kind', problem: 'Choose one of: full, condensed.' },
        { path: 'methods[2]', problem: 'A group of settings belongs here.' },
      ],
    })
  })
})

function read(): readonly [Method] {
  const loaded = loadMethods()
  const [first] = loaded.ok ? loaded.value : []
  if (!first) throw new Error(JSON.stringify(loaded))
  return [first]
}

function copy(): Spoilt {
  return structuredClone(oldhamFull) as Spoilt
}

function problemsIn(data: unknown): readonly string[] {
  const parsed = parseMethod(data)
  return parsed.ok ? [] : parsed.problems.map(({ path, problem }) => `${path}: ${problem}`)
}

/** Puts a value at a place such as "days.2.stage". */
function set(place: string, value: unknown): (draft: Spoilt) => void {
  return (draft) => {
    const parts = place.split('.')
    const last = parts.pop() ?? ''
    const inside = parts.reduce<Record<string, unknown>>(
      (at, part) => at[part] as Record<string, unknown>,
      draft,
    )
    inside[last] = value
  }
}
