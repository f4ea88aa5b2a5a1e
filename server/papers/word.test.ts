import { beforeAll, describe, expect, it } from 'vitest'

import type { Paper } from '#core/documents/paper.ts'
import { partOf, unzip } from '#tests/papers/unzip.ts'
import { elementsIn, textsIn } from '#tests/papers/xml.ts'

import { writeWord } from './word.ts'

const TYPED = [
  '=HYPERLINK("x")',
  '**bold** and [x](http://evil.invalid)',
  '@SUM(A1)',
  '{ PAGE } <w:fldSimple w:instr="DATE"/>',
  'Zoë Nuñez-Test, Łukasz-Test',
  'محمد-Test 🙂',
]

const paper: Paper = {
  title: 'Case N-08: multi-agency chronology',
  subtitle: 'Round N-2018-2, neglect',
  marking: 'Confidential: held for the partnership',
  facts: [{ label: 'Put together', value: '18 June 2018 at 10:04' }],
  table: {
    columns: [
      { title: 'Day', width: 1 },
      { title: 'What happened', width: 3 },
    ],
    rows: [
      ...TYPED.map((typed) => ({ cells: ['14 Nov 2017', typed] })),
      { cells: ['22 Nov 2017', 'first line\nsecond\u0007 line'], tone: 'voice' },
      { cells: ['23 Nov 2017', 'None seen'], tone: 'gap' },
    ],
  },
  notes: ['Two entries come from one letter.'],
  footer: 'Case N-08, made on 18 June 2018',
}

describe('the Word document', () => {
  let bytes: Uint8Array
  let body: string
  let rows: readonly string[]
  beforeAll(async () => {
    bytes = await writeWord(paper)
    body = partOf(bytes, 'word/document.xml')
    rows = elementsIn(body, 'w:tr')
  })

  it('is A4, landscape', () => {
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"/.exec(body) ?? []
    expect([width, height]).toEqual(['16838', '11906'])
  })

  it('has the title as Word’s own heading, and its notes under the next', () => {
    const headings = elementsIn(body, 'w:p')
      .map((each) => [/<w:pStyle w:val="(Heading\d)"/.exec(each)?.[1], textsIn(each, 'w:t').join('')])
      .filter(([style]) => style !== undefined)
    expect(headings).toEqual([
      ['Heading1', paper.title],
      ['Heading2', 'Notes'],
    ])
  })

  it('repeats its column heads on each page, and nothing else', () => {
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, index) => index === 0))
    expect(textsIn(rows[0] ?? '', 'w:t')).toEqual(['Day', 'What happened'])
  })

  it('breaks no row across pages', () => {
    expect(rows).toHaveLength(paper.table.rows.length + 1)
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([])
  })

  it('shares the page’s width among its columns', () => {
    const [narrow = 0, wide = 0] = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
      Number(width),
    )
    expect(wide / narrow).toBeCloseTo(3, 2)
    expect(narrow + wide).toBe(16_838 - 2 * 850)
  })

  it('keeps what was typed as it was typed', () => {
    const typed = rows
      .slice(1, TYPED.length + 1)
      .map((row) => textsIn(row, 'w:t').join('').replace('14 Nov 2017', ''))
    expect(typed).toEqual(TYPED)
  })

  it('makes no field, no link and no bold of it', () => {
    const table = elementsIn(body, 'w:tbl').join('')
    expect(table).not.toMatch(/<w:(fldSimple|fldChar|instrText|hyperlink|sym|object)\b/)
    expect(rows.slice(1).join('')).not.toContain('<w:b/>')
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).not.toContain('TargetMode="External"')
  })

  it('breaks a line where the writer did, and drops control characters', () => {
    const [, line = ''] = elementsIn(rows.at(-2) ?? '', 'w:tc')
    expect(textsIn(line, 'w:t')).toEqual(['first line', 'second line'])
    expect(line.match(/<w:br\/>/g)).toHaveLength(1)
  })

  it('sets the child’s voice and a gap apart by two kinds of bar', () => {
    const bars = rows.map((row) => /<w:left w:val="(\w+)"/.exec(row)?.[1])
    expect(bars.slice(-2)).toEqual(['single', 'double'])
    expect(bars.slice(0, -2).filter((bar) => bar !== undefined)).toEqual([])
  })

  it('is marked on every page, and says which page of how many', () => {
    const head = textOf(bytes, /^word\/header\d+\.xml$/)
    const foot = textOf(bytes, /^word\/footer\d+\.xml$/)
    expect(textsIn(head, 'w:t')).toEqual([paper.marking, paper.title])
    expect(textsIn(foot, 'w:t')).toEqual([paper.footer, 'Page ', ' of '])
    expect(textsIn(foot, 'w:instrText')).toEqual(['PAGE', 'NUMPAGES'])
  })

  it('is in British English', () => {
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"')
  })

  it('names no person as its author', () => {
    const core = partOf(bytes, 'docProps/core.xml')
    expect(textsIn(core, 'dc:title')).toEqual([paper.title])
    expect([...textsIn(core, 'dc:creator'), ...textsIn(core, 'cp:lastModifiedBy')]).toEqual([
      'Case Evaluations',
      'Case Evaluations',
    ])
  })
})

it('an empty paper says that nothing is recorded', async () => {
  const bytes = await writeWord({ ...paper, notes: [], table: { ...paper.table, rows: [] } })
  const body = partOf(bytes, 'word/document.xml')
  expect(body).not.toContain('<w:tbl>')
  expect(textsIn(body, 'w:t')).toContain('Nothing is recorded.')
  expect(textsIn(body, 'w:t')).not.toContain('Notes')
})

it('300 rows are 300 rows', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ cells: [`${index}`, 'Letter filed, no recall'] }))
  const body = partOf(await writeWord({ ...paper, table: { ...paper.table, rows } }), 'word/document.xml')
  expect(elementsIn(body, 'w:tr')).toHaveLength(301)
})

it('a row that has not one cell a column is a fault, told without its words', async () => {
  const rows = [{ cells: ['14 Nov 2017', 'x'] }, { cells: ['Robin Carter-Test'] }]
  await expect(writeWord({ ...paper, table: { ...paper.table, rows } })).rejects.toThrow(
    new RangeError('Row 2 of the paper has 1 cells for 2 columns'),
  )
})

function textOf(bytes: Uint8Array, name: RegExp): string {
  return [...unzip(bytes)].find(([part]) => name.test(part))?.[1] ?? ''
}
