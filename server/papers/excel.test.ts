import { beforeAll, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { Sheet, Workbook } from '#core/documents/workbook.ts'
import { partOf } from '#tests/papers/unzip.ts'
import { textsIn } from '#tests/papers/xml.ts'

import { writeExcel } from './excel.ts'

const TYPED = [
  '=HYPERLINK("x")',
  '=1+1',
  '+44 1632 960123',
  '-',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＠SUM(A1)',
  '**bold**',
  'Zoë Nuñez-Test, Łukasz-Test',
  'محمد-Test 🙂',
  '_x0041_ & <f>1+1</f>',
  "'quoted",
  '007',
]

const actions: Sheet = {
  name: 'Actions',
  columns: [
    { title: 'What was promised', width: 40, kind: 'text' },
    { title: 'Due', width: 13, kind: 'day' },
    { title: 'Days late', width: 9, kind: 'number' },
  ],
  rows: TYPED.map((typed) => [typed, day('2018-06-13'), 3]),
}
const workbook: Workbook = {
  title: 'Round N-2018-2: action tracker',
  made: 'Made on 18 June 2018 & held for the partnership',
  sheets: [actions, { ...actions, name: 'Forms', rows: [['x', null, null]] }],
}

describe('the workbook', () => {
  let bytes: Uint8Array
  let sheet: string
  beforeAll(async () => {
    bytes = await writeExcel(workbook)
    sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
  })

  it('holds no formula, whatever was typed', () => {
    expect(sheet).not.toMatch(/<f[ >/]/)
    expect(sheet).not.toContain('t="str"')
  })

  it('keeps what was typed as a text', () => {
    const expected = TYPED.map((typed) => typed.replace('\t', ' ').replace('\r', '\n'))
    expect(columnOf(bytes, 'A').slice(3)).toEqual(expected)
  })

  it('is Excel’s “Text” where an edit would make a formula of it', () => {
    const asText = TYPED.filter((_, index) => formatOf(bytes, `A${index + 4}`) === '@')
    expect(asText).toEqual(TYPED.slice(0, 9))
  })

  it('holds days as days', () => {
    // Counted by hand: 43,264 days after 30 December 1899.
    expect(cellAt(sheet, 'B4')).toContain('<v>43264</v>')
    expect(formatOf(bytes, 'B4')).toBe('dd mmm yyyy')
  })

  it('holds numbers as numbers', () => {
    expect(cellAt(sheet, 'C4')).toMatch(/<c r="C4" s="\d+"><v>3<\/v>/)
  })

  it('has its title, when it was made, and the headings above the rows', () => {
    expect(columnOf(bytes, 'A').slice(0, 3)).toEqual([workbook.title, workbook.made, 'What was promised'])
  })

  it('keeps headings and first column in sight', () => {
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="3" topLeftCell="B4" [^>]*state="frozen"/)
  })

  it('can be filtered by each column', () => {
    expect(sheet).toContain(`<autoFilter ref="A3:C${3 + TYPED.length}"`)
  })

  it('wraps its texts, and each row is high enough for them', async () => {
    const long = 'Letter filed, no recall. '.repeat(10)
    const wrapped = await writeExcel({ ...workbook, sheets: [{ ...actions, rows: [[long, null, null]] }] })
    const [height] = heightsOf(partOf(wrapped, 'xl/worksheets/sheet1.xml')).slice(3)
    expect(height).toBeGreaterThan(13 * 5)
    expect(heightsOf(sheet)[3]).toBe(17)
    expect(styleOf(bytes, 'A4')).toContain('wrapText="1"')
  })

  it('is printed in landscape, as wide as the page, with the headings on each', () => {
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/)
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    const book = partOf(bytes, 'xl/workbook.xml')
    expect(textsIn(book, 'definedName')).toEqual(["'Actions'!$1:$3", "'Forms'!$1:$3"])
  })

  it('has page numbers, and a “&” at its foot is only that', () => {
    const [foot = ''] = textsIn(sheet, 'oddFooter')
    expect(foot).toContain('Page &P of &N')
    expect(foot).toContain('18 June 2018 && held')
  })

  it('names no person as its author', () => {
    const core = partOf(bytes, 'docProps/core.xml')
    expect(textsIn(core, 'dc:creator')).toEqual(['Case Evaluations'])
    expect(textsIn(core, 'cp:lastModifiedBy')).toEqual(['Case Evaluations'])
  })
})

it('300 rows are 300 rows', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [`A${index}`, day('2018-06-13'), index])
  const bytes = await writeExcel({ ...workbook, sheets: [{ ...actions, rows }] })
  expect(columnOf(bytes, 'A').slice(3)).toEqual(rows.map(([first]) => first))
})

it('a row that has not one cell a column is a fault, told without its words', async () => {
  const sheets = [{ ...actions, rows: [['Robin Carter-Test']] }]
  await expect(writeExcel({ ...workbook, sheets })).rejects.toThrow(
    new RangeError('Row 1 of "Actions" has 1 cells for 3 columns'),
  )
})

it('a workbook without sheets is a fault', async () => {
  await expect(writeExcel({ ...workbook, sheets: [] })).rejects.toThrow(RangeError)
})

function cellAt(sheet: string, at: string): string {
  return new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(sheet)?.[0] ?? ''
}

/** The texts of a column of the first sheet. */
function columnOf(bytes: Uint8Array, column: string): readonly string[] {
  const shared = textsIn(partOf(bytes, 'xl/sharedStrings.xml'), 't').map((text) =>
    text.replaceAll('_x005F_', '_'),
  )
  const cells = partOf(bytes, 'xl/worksheets/sheet1.xml').matchAll(
    new RegExp(`<c r="${column}\\d+"[^>]* t="s"><v>(\\d+)</v>`, 'g'),
  )
  return [...cells].map(([, index]) => shared[Number(index)] ?? '')
}

/** The cell's style, as the workbook's list of styles has it. */
function styleOf(bytes: Uint8Array, at: string): string {
  const [, index] = / s="(\d+)"/.exec(cellAt(partOf(bytes, 'xl/worksheets/sheet1.xml'), at)) ?? []
  const styles = /<cellXfs.*?<\/cellXfs>/s.exec(partOf(bytes, 'xl/styles.xml'))?.[0] ?? ''
  return styles.split('<xf ').slice(1)[Number(index)] ?? ''
}

const BUILT_IN: Readonly<Record<string, string>> = { 0: 'General', 49: '@' }

function formatOf(bytes: Uint8Array, at: string): string | undefined {
  const [, id = ''] = /numFmtId="(\d+)"/.exec(styleOf(bytes, at)) ?? []
  const own = new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]*)"`).exec(partOf(bytes, 'xl/styles.xml'))
  return own?.[1] ?? BUILT_IN[id]
}

function heightsOf(sheet: string): readonly (number | undefined)[] {
  return [...sheet.matchAll(/<row [^>]*>/g)].map(([row]) => {
    const height = / ht="([\d.]+)"/.exec(row)?.[1]
    return height === undefined ? undefined : Number(height)
  })
}
