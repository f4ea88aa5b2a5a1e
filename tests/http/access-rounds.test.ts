import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { longList } from '#local/story/neglect/long-list.ts'

import { CHILDREN, DRAFTED, bodyFor } from './access-rounds-bodies.ts'
import { routeOf } from './access-rounds-row.ts'
import type { RoundsRow } from './access-rounds-row.ts'
import { accessRoundsTable } from './access-rounds-table.ts'
import { PEOPLE } from './calls.ts'
import type { Person, Who } from './calls.ts'
import { expectClosed } from './closing.ts'
import { neglect } from './neglect.ts'
import type { Neglect } from './neglect.ts'

/** A version that was never given out. */
const STALE = 999_999

const nameOf = (row: RoundsRow): string => `${routeOf(row)} ${row.deed ?? ''} (${row.about ?? 'any'})`

/** Where the table says that a child's name is shown: to those who get an answer there. */
const SHOWS_CHILD = [
  'GET /api/rounds/:id/long-list',
  'GET /api/involvement/:id',
  'POST /api/cases/:id/child',
  'POST /api/forms/:id/child',
]

/** The names of the children, whole and in parts, and their days of birth as they are written. */
const SECRETS: readonly RegExp[] = [...longList, ...CHILDREN].flatMap(({ name, born }) => {
  const [first = '', last = ''] = name.replace('-Test', '').split(' ')
  const [year = '', month = '', day = ''] = born?.split('-') ?? []
  const births = [born, `${day}/${month}/${year}`, `${Number(day)}/${Number(month)}/${year}`]
  return [
    new RegExp(name),
    new RegExp(`(?<!\\p{L})${last}(?!\\p{L})`, 'u'),
    // "Baby" is not a name yet.
    ...(born === null ? [] : [new RegExp(`(?<!\\p{L})${first}(?!\\p{L})`, 'u')]),
    ...(born === null ? [] : births.map((birth) => new RegExp(`(?<!\\d)${birth}(?!\\d)`))),
  ]
})

const leaksIn = (text: string): readonly string[] =>
  SECRETS.filter((secret) => secret.test(text)).map((secret) => secret.source)

it('the access table of the rounds names everybody once in each row', () => {
  for (const row of accessRoundsTable) {
    const named = Object.values(row.gets).flatMap((names) => names.split(' '))
    expect([nameOf(row), ...named.toSorted()]).toEqual([nameOf(row), ...PEOPLE.toSorted()])
  }
})

type Heard = {
  readonly who: Who
  readonly row: RoundsRow
  readonly status: number
  readonly text: string
}

/**
 * Where products run: its 460 rows take a minute on each engine. What PGlite could do otherwise, the walls of rounds,
 * is tried on both in the store's suites, and the smaller table over HTTP, too.
 */
const HERE = ['postgresql'] as const

describe.each(HERE)('every cell of the access table of the rounds over HTTP, on %s', (engine) => {
  let house: Neglect
  /** Every answer that anybody got. */
  const heard: Heard[] = []

  beforeAll(async () => {
    house = await neglect(engine)
  }, 300_000)
  afterAll(() => house.close(), 60_000)

  it.each(accessRoundsTable.map((row) => ({ row, name: nameOf(row) })))('$name', async ({ row }) => {
    const got: Partial<Record<Who, number>> = {}
    for (const who of [...PEOPLE, 'stranger', 'unknown'] as const) got[who] = await tried(row, who)
    expect(got).toEqual(expected(row))
  })

  async function tried(row: RoundsRow, who: Who): Promise<number> {
    const [method = '', path = ''] = row.endpoint.split(' ')
    const id = row.about === null ? '' : house.things[row.about]
    const { status, text } = await house.call(
      who,
      method,
      path.replace(':id', id).replace(':entry', house.entry),
      {
        ...(method === 'POST' && { body: bodyFor(row.endpoint, row.deed, house) }),
        ...(412 in row.gets && { version: STALE }),
      },
    )
    heard.push({ who, row, status, text })
    return status
  }

  it('what is not there for somebody is answered as what was never there', async () => {
    for (const { row, status, text } of heard.filter((each) => each.status === 404)) {
      const [, path = ''] = row.endpoint.split(' ')
      const at = path.replace(':id', 'never-there').replace(':entry', 'never-there')
      const [method = ''] = row.endpoint.split(' ')
      if (!at.includes('never-there')) continue
      const body = method === 'POST' ? { body: bodyFor(row.endpoint, row.deed, house) } : {}
      const never = await neverThere(method, at, body)
      expect([nameOf(row), status, withoutReference(text)]).toEqual([nameOf(row), ...never])
    }
  })

  const known = new Map<string, readonly [number, string]>()
  async function neverThere(method: string, at: string, body: object): Promise<readonly [number, string]> {
    const before = known.get(`${method} ${at}`)
    if (before) return before
    const { status, text } = await house.call('bea', method, at, body)
    const found = [status, withoutReference(text)] as const
    known.set(`${method} ${at}`, found)
    return found
  }

  it('who a child is stands in no answer but to those who may see it, where they ask for it', () => {
    expect(heard.length).toBe(accessRoundsTable.length * (PEOPLE.length + 2))
    const shown = heard.filter(({ row, status }) => SHOWS_CHILD.includes(row.endpoint) && status === 200)
    expect(shown.some(({ text }) => leaksIn(text).length > 0)).toBe(true)
    const leaks = heard
      .filter((each) => !shown.includes(each))
      .flatMap(({ who, row, text }) => leaksIn(text).map((leak) => `${who} ${nameOf(row)}: ${leak}`))
    expect(leaks).toEqual([])
  })

  it('a draft is read by those who write it, and by nobody who asked for it', () => {
    const readers = heard.filter(({ text }) => text.includes(DRAFTED)).map(({ who }) => who)
    expect([...new Set(readers)].toSorted()).toEqual(['cal', 'sky'])
  })

  it('who a child is stands on no card, in no mail, and in nothing that the process prints', async () => {
    let read = 0
    for (const who of PEOPLE) {
      const chat = await house.call(who, 'GET', '/local/chat?last=1000')
      const mails = await house.call(who, 'GET', '/local/mailbox')
      expect([who, chat.status, mails.status]).toEqual([who, 200, 200])
      expect([who, ...leaksIn(chat.text), ...leaksIn(mails.text)]).toEqual([who])
      read += chat.text.length + mails.text.length
    }
    expect(read).toBeGreaterThan(10_000)
    expect(house.output()).toContain('refused')
    expect(leaksIn(house.output())).toEqual([])
  })

  it('when the round is closed only the partnership reads its material, and open actions go on', async () => {
    await expect(expectClosed(house)).resolves.toBeUndefined()
  })
})

function expected({ gets }: RoundsRow): Record<Who, number> {
  const said = Object.entries(gets).flatMap(([status, names]) =>
    names.split(' ').map((who): [Person, number] => [who as Person, Number(status)]),
  )
  return { ...(Object.fromEntries(said) as Record<Person, number>), stranger: 401, unknown: 401 }
}

/** The text of a problem without its reference number, which is new each time. */
function withoutReference(text: string): string {
  return text.replace(/"reference":"[0-9a-f-]{36}"/, '"reference":"..."')
}
