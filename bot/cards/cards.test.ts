import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { FORM_PARTS } from '#core/close-the-loop/parts.ts'
import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { DutyId } from '#core/ids.ts'
import type { LetterItem } from '#core/prompts/letter.ts'
import { aLoopItem, anItem, around } from '#tests/fixtures/a-letter.ts'
import { cardCatalogue } from '#tests/fixtures/card-catalogue.ts'
import type { Node } from '#tests/fixtures/card-rules.ts'
import {
  faultsInLibrary,
  faultsInSchema,
  nodesOf,
  schemaIsHere,
  textsOf,
} from '#tests/fixtures/card-rules.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { askCard } from './ask-card.ts'
import { escalationForm } from './escalation-card.ts'
import { listCard } from './list-card.ts'
import { LOOP_STEPS, loopCard } from './loop-card.ts'
import type { LoopItem } from './loop-card.ts'
import { receiptCard } from './receipt-card.ts'

const kinds: readonly DutyKind[] = [
  'do-action',
  'say-whether-it-happened',
  'answer-more-time',
  'answer-question',
]
const everyKind = Object.keys(DUTY_SUBJECTS) as readonly DutyKind[]
const agains = [null, 'disputed', 'more-time-agreed', 'day-kept', 'question-answered'] as const
const copies = [undefined, { number: 1042, replacement: false }, { number: 1042, replacement: true }]

const asks: readonly (readonly [string, CardJson])[] = everyKind.flatMap((kind) =>
  [true, false].flatMap((yours) =>
    agains.flatMap((again) =>
      copies.map((copy) => {
        const until = kind === 'answer-more-time' ? day('2018-06-22') : null
        const name = [kind, yours ? 'yours' : 'not yours', again, copy && `copy ${copy.replacement}`]
        return [
          name.filter(Boolean).join(', '),
          askCard(anItem({ kind, yours, again, until }), around, copy),
        ] as const
      }),
    ),
  ),
)
const many = Array.from({ length: 12 }, (_, n) =>
  anItem({ duty: `duty-${n}` as DutyId, number: `A${n}`, yours: n % 2 === 0 }),
)
const loops = LOOP_STEPS.flatMap((step) =>
  [0, 1, 4].map((parts) => {
    const form = {
      seen: step !== 'read' || parts > 0,
      written: FORM_PARTS.slice(0, parts),
      shared: parts === 1,
    }
    return [`loop ${step} with ${parts} parts`, aLoopItem({}, form), step] as const
  }),
)
const timesCard = (n: number): CardJson => {
  const slots = Array.from({ length: n }, (_, place) => ({
    from: momentAt(day(`2018-06-${19 + place}`), '10:00'),
    to: momentAt(day(`2018-06-${19 + place}`), '10:45'),
  }))
  return askCard(anItem({ kind: 'choose-meeting', number: '', what: '', yours: true, slots }), around)
}
/** Every card of the catalogue, and those that come in more shapes than it draws. */
const others: readonly (readonly [string, CardJson])[] = [
  ...cardCatalogue.flatMap(({ name, cards }) =>
    cards.map(({ when, card }) => [`${name}: ${when}`, card] as const),
  ),
  ...(['promise', 'feedback'] as const).map(
    (form) =>
      [`escalation ${form}`, escalationForm(anItem({ kind: 'answer-escalation' }), form, around)] as const,
  ),
  ...loops.map(([name, item, step]) => [name, loopCard(item as LoopItem, step, around)] as const),
  ...[1, 2, 3].map((n) => [`${n} times for the meeting`, timesCard(n)] as const),
  ['list of one', listCard([anItem()], around)],
  ...copies.map((copy, n) => [`list of twelve, copy ${n}`, listCard(many, around, copy)] as const),
]

describe('every card, of every kind, yours or not, again or not, first or second copy', () => {
  it('is understood by the card library without a complaint', () => {
    expect(found(faultsInLibrary)).toEqual([])
  })

  it(`${schemaIsHere ? 'keeps to' : 'is not held against'} the schema of version 1.5`, () => {
    expect(found(faultsInSchema)).toEqual([])
  })

  it('is of version 1.5, in English, and says what it is where it cannot be drawn', () => {
    expect(found((card) => (isSound(card) ? [] : card))).toEqual([])
  })

  it('is smaller than 28 KB, however it is counted', () => {
    expect(found((card) => (sizeOf(card) < 28 * 1024 ? [] : sizeOf(card)))).toEqual([])
  })

  it('begins with a heading and says who helps', () => {
    expect(found((card) => (hasHeading(card) && textsOf(card).includes(around.help) ? [] : card))).toEqual([])
  })

  it('has at most three buttons in a row', () => {
    expect(found((card) => buttonsOf(card).filter((buttons) => buttons.length > 3))).toEqual([])
  })

  it('has buttons that work on old clients, too, with the same title and the same data', () => {
    expect(found((card) => buttonsOf(card).flat().filter(hasNoFallback))).toEqual([])
  })

  it('has a label on every input, and a sentence for those that must be filled in', () => {
    expect(found((card) => nodesOf(card).filter(hasNoLabel))).toEqual([])
  })

  it('wraps every text', () => {
    expect(
      found((card) => nodesOf(card).filter(({ type, wrap }) => type === 'TextBlock' && wrap !== true)),
    ).toEqual([])
  })

  it('points, and carries no more: its data has no name and no text', () => {
    const pointers = new Set(['duty', 'number', 'form', 'deed', 'verb'])
    expect(
      found((card) =>
        nodesOf(card)
          .flatMap(({ data }) => Object.keys(data ?? {}))
          .filter((key) => !pointers.has(key)),
      ),
    ).toEqual([])
  })

  it('asks again when it is opened, by a verb that only reads', () => {
    const verbs = asks.map(([, card]) => nodesOf(card['refresh']).map(({ verb }) => verb))
    expect(new Set(verbs.flat().filter(Boolean))).toEqual(new Set(['look']))
  })
})

describe('the buttons', () => {
  it.each([
    ['do-action', ['It is done', 'Something is not right', 'Open']],
    ['say-whether-it-happened', ['Yes, it happened', 'No, it did not', 'Open']],
    ['answer-question', ['Keep it as it is', 'Withdraw it', 'Open']],
  ] as const)('of "%s" are %o', (kind, wanted) => {
    expect(titlesFor(kind)).toEqual(wanted)
  })

  it('of a request for more time name both days: the later one, and the action’s own', () => {
    const days = { due: day('2018-06-15'), actionDue: day('2018-06-13'), until: day('2018-06-22') }
    expect(titlesFor('answer-more-time', days)).toEqual(['Agree to 22 June', 'Keep 13 June', 'Open'])
  })

  it.each(kinds)('of somebody else’s "%s" are only "Open"', (kind) => {
    expect(titlesFor(kind, { yours: false })).toEqual(['Open'])
  })

  it('of a receipt lead on, and ask nothing', () => {
    const receipt = {
      kind: 'do-action',
      path: '/answer/duty-2',
      reference: 'N-08',
      number: 'A2',
      sentences: [],
    } as const
    expect(titles(receiptCard(receipt, around))).toEqual(['Open', 'What else is waiting?'])
  })
})

describe('a copy', () => {
  it('has its number, and says when another may be there', () => {
    const first = askCard(anItem(), around, { number: 1042, replacement: false })
    const second = askCard(anItem(), around, { number: 1042, replacement: true })
    expect(textsOf(first)).toContain('Message 1042')
    expect(textsOf(second)).toContain('Message 1042. You may already have this.')
    expect(textsOf(askCard(anItem(), around)).join()).not.toContain('Message')
  })

  it('sends its number with every press, so that it is in doubt no more', () => {
    const card = askCard(anItem(), around, { number: 1042, replacement: true })
    const presses = nodesOf(card).filter(({ type }) => type === 'Action.Execute')
    expect(presses.length).toBeGreaterThan(2)
    expect(presses.filter(({ data }) => !JSON.stringify(data).includes('"number":1042'))).toEqual([])
  })
})

describe('a list', () => {
  it('shows eight lines and says how many more there are', () => {
    const texts = textsOf(listCard(many, around))
    expect(texts.filter((text) => text.startsWith('N-08'))).toHaveLength(8)
    expect(texts).toContain('And 4 more: open the list.')
    expect(texts).toContain('12 things are waiting for you')
  })

  it('stays small with the longest texts that can be recorded', () => {
    const long = many.map((item) => ({ ...item, what: '['.repeat(300) }))
    const size = Buffer.byteLength(JSON.stringify(listCard(long, around)), 'utf8')
    expect(size).toBeLessThan(28 * 1024)
  })
})

/** The cards for which a rule finds something, each with what it found. */
function found(rule: (card: CardJson) => unknown): readonly (readonly [string, unknown])[] {
  const all = [...asks, ...others].map(([name, card]) => [name, rule(card)] as const)
  expect(all.length).toBeGreaterThan(100)
  return all.filter(([, faults]) => !(Array.isArray(faults) && faults.length === 0))
}

function buttonsOf(card: CardJson) {
  return nodesOf(card)
    .filter(({ type }) => type === 'ActionSet')
    .map(({ actions }) => actions as readonly Node[])
}

function isSentence(text: unknown): boolean {
  return typeof text === 'string' && /\w.*\.$/.test(text)
}

function isWord(text: unknown): boolean {
  return typeof text === 'string' && /\w/.test(text)
}

function isSound({ version, lang, fallbackText }: CardJson): boolean {
  return version === '1.5' && lang === 'en' && isWord(fallbackText)
}

function sizeOf(card: CardJson): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf16le')
}

function hasHeading(card: CardJson): boolean {
  return nodesOf(card['body'])[0]?.['style'] === 'heading'
}

function hasNoFallback({ type, title, verb, data, fallback }: Node): boolean {
  const submit = { type: 'Action.Submit', title, data: { ...(data as object), verb } }
  return type === 'Action.Execute' && JSON.stringify(fallback) !== JSON.stringify(submit)
}

function hasNoLabel({ type, id, label, isRequired, errorMessage }: Node): boolean {
  if (!String(type).startsWith('Input.')) return false
  return !isWord(id) || !isWord(label) || (isRequired === true && !isSentence(errorMessage))
}

function titles(card: CardJson): readonly unknown[] {
  return nodesOf(card['body']).flatMap(({ type, title }) =>
    type === 'Action.Submit' || title === undefined ? [] : [title],
  )
}

function titlesFor(kind: DutyKind, said: Partial<LetterItem> = {}): readonly unknown[] {
  return titles(askCard(anItem({ kind, ...said }), around))
}
