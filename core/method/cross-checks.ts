import { readLoosely } from './loose.ts'
import type { LooseMethod } from './loose.ts'
import type { Problem } from './problems.ts'

/** What one part of a method says against another, as far as each of them can be read. */
export function crossChecks(data: unknown): readonly Problem[] {
  const method = readLoosely(data)
  return [
    ...method.days.flatMap((day, at) => spanOf(day, `days[${at}]`)),
    ...unknownIn(
      method.days.map(({ stage }) => stage),
      idsOf(method.stages),
      (at) => `days[${at}].stage`,
      'stage',
    ),
    ...columnsTwice(method),
    ...dutiesOn(method),
    ...sampleOf(method),
    ...idsTwice(method),
    ...unknownIn(method.shortTool, idsOf(method.tool.aspects), (at) => `shortTool[${at}]`, 'aspect'),
    ...unknownIn(
      method.closeTheLoop.forJudgements,
      idsOf(method.grades),
      (at) => `closeTheLoop.forJudgements[${at}]`,
      'grade',
    ),
  ]
}

type LooseDay = LooseMethod['days'][number]

function spanOf({ id, from, to }: LooseDay, path: string): readonly Problem[] {
  return from > to ? [{ path: `${path}.to`, problem: `The day "${id}" ends before it begins.` }] : []
}

/** A cell of the printed table holds one day, and beside it one for each group that has a day of its own. */
function columnsTwice({ days }: LooseMethod): readonly Problem[] {
  const cells = days.map(({ printed: { column, only } }) => (column === '' ? '' : `${column} ${only}`.trim()))
  return repeatsIn(cells).map(([at, cell]) => ({
    path: `days[${at}].printed`,
    problem: `Another day is already printed as "${cell}".`,
  }))
}

/** What comes first and what comes after it; the same day will do, except where people have to read it first. */
const ORDER = [
  ['sendLongList', 'confirmReceipt', 'same day'],
  ['confirmReceipt', 'sayInvolvement', 'same day'],
  ['sayInvolvement', 'select', 'same day'],
  ['select', 'openReturns', 'same day'],
  ['openReturns', 'chronology', 'same day'],
  ['openReturns', 'signOff', 'same day'],
  ['signOff', 'evaluation', 'same day'],
  ['chronology', 'releaseToQa', 'same day'],
  ['releaseToQa', 'releaseToPanel', 'same day'],
  ['collatedInputs', 'collatorSendsOn', 'same day'],
  ['evaluation', 'panel', 'before'],
  ['collatorSendsOn', 'panel', 'before'],
  ['releaseToPanel', 'panel', 'before'],
  ['nameWorker', 'panel', 'before'],
  ['panel', 'shareNotes', 'same day'],
  ['shareNotes', 'updates', 'same day'],
] as const

function dutiesOn({ days, duties }: LooseMethod): readonly Problem[] {
  const known = new Map(days.map((day) => [day.id, day]))
  const dayOf = (duty: string): LooseDay | undefined => known.get(duties[duty] ?? '')
  const unknown = Object.entries(duties)
    .filter(([, id]) => id !== '' && !known.has(id))
    .map(([duty, id]) => ({ path: `duties.${duty}`, problem: `There is no day "${id}".` }))
  const disordered = [...Map.groupBy(ORDER, ([, later]) => later)].flatMap(([later, pairs]) => {
    const second = dayOf(later)?.to ?? Number.NaN
    const first = pairs
      .map(([duty, , how]) => ({ duty, how, day: dayOf(duty)?.to ?? Number.NaN }))
      .filter(({ day, how }) => day > second || (how === 'before' && day === second))
      .map(({ duty, day }) => `${duty} on day ${day}`)
    if (first.length === 0) return []
    return [{ path: `duties.${later}`, problem: `Day ${second} is too early, after ${first.join(', ')}.` }]
  })
  const panel = dayOf('panel')
  const long =
    panel && panel.from < panel.to ? [{ path: 'duties.panel', problem: 'The panel is one day.' }] : []
  return [...unknown, ...disordered, ...long]
}

function sampleOf({ sample: { longList, choose } }: LooseMethod): readonly Problem[] {
  return [
    ...(choose.from > choose.to
      ? [{ path: 'sample.choose', problem: `From ${choose.from} to ${choose.to} is no range.` }]
      : []),
    ...(longList < choose.to
      ? [
          {
            path: 'sample.longList',
            problem: `${choose.to} cases cannot be chosen from a list of ${longList}.`,
          },
        ]
      : []),
  ]
}

function idsTwice({ stages, days, tool, grades, documents }: LooseMethod): readonly Problem[] {
  return Object.entries({ stages, days, 'tool.aspects': tool.aspects, grades, documents }).flatMap(
    ([list, all]) =>
      repeatsIn(all.map(({ id }) => id)).map(([at, id]) => ({
        path: `${list}[${at}].id`,
        problem: `"${id}" stands here twice.`,
      })),
  )
}

function unknownIn(
  said: readonly string[],
  known: ReadonlySet<string>,
  path: (at: number) => string,
  what: string,
): readonly Problem[] {
  return said.flatMap((id, at) =>
    id === '' || known.has(id) ? [] : [{ path: path(at), problem: `There is no ${what} "${id}".` }],
  )
}

function idsOf(all: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ id }) => id))
}

/** Each that stood there before, with its place; what could not be read counts as nothing. */
function repeatsIn(all: readonly string[]): readonly (readonly [number, string])[] {
  return [...all.entries()].filter(([at, each]) => each !== '' && all.indexOf(each) < at)
}
