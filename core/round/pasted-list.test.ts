import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { adultsInWords, parseAdults, parsePastedList } from './pasted-list.ts'

const today = day('2018-05-08')
const read = (text: string) => parsePastedList(text, today)

describe('a list that was pasted from a spreadsheet', () => {
  it('is read row by row', () => {
    const { cases, problems } = read(
      'Wren Ashby-Test\t3/2/2014\tchild protection\tM1-Test (mother, lives with, PR); F1-Test (father)',
    )
    expect(problems).toEqual([])
    expect(cases).toEqual([
      {
        name: 'Wren Ashby-Test',
        born: '2014-02-03',
        threshold: 'child-protection',
        adults: [
          { name: 'M1-Test', relation: 'mother', livesWith: true, parentalResponsibility: true },
          { name: 'F1-Test', relation: 'father', livesWith: false, parentalResponsibility: false },
        ],
      },
    ])
  })

  it('may have its columns in another order when a row of headings says so', () => {
    const { cases, problems } = read(
      'DOB\tChild’s name\tNote\tThreshold\n14.3.2009\tTomasz Birch-Test\tseen\tCIN',
    )
    expect(problems).toEqual([])
    expect(cases).toMatchObject([
      { name: 'Tomasz Birch-Test', born: '2009-03-14', threshold: 'child-in-need' },
    ])
  })

  it('may have a child who is not born yet', () => {
    expect(read('Baby Fern-Test\tunborn\tassessed').cases).toMatchObject([{ born: null }])
    expect(read('Baby Fern-Test\tNot born yet\tassessed').cases).toMatchObject([{ born: null }])
  })

  it.each([
    ['Being assessed', 'assessed'],
    ['early-help', 'early-help'],
    ['EH closed', 'early-help-closed'],
    ['CP', 'child-protection'],
    ['Looked after', 'child-in-care'],
  ])('has the threshold %j as %s', (word, threshold) => {
    expect(read(`Wren Ashby-Test\t3/2/2014\t${word}`).cases).toMatchObject([{ threshold }])
  })

  it('has no threshold that is not known', () => {
    expect(read('Wren Ashby-Test\t3/2/2014\tsomewhere').problems).toMatchObject([
      { row: 1, column: 'threshold' },
    ])
  })

  it('keeps the rows that can be read, and names every problem by row and column', () => {
    const { cases, problems } = read(
      [
        'Name\tDate of birth\tThreshold\tAdults',
        'Wren Ashby-Test\t3/2/2014\tCP\t',
        '\t30/2/2014\tsomewhere\tM1-Test',
        '',
        'Aoife Cole-Test\t\tCIN\t',
        'Zadie Elm-Test\t9/5/2018\tCP\t',
      ].join('\n'),
    )
    expect(cases.map(({ name }) => name)).toEqual(['Wren Ashby-Test'])
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 name',
      '3 born',
      '3 threshold',
      '3 adults',
      '5 born',
      '6 born',
    ])
    expect(problems.every(({ says }) => says.endsWith('.'))).toBe(true)
  })

  it.each([
    ['30/2/2014', false],
    ['29/2/2015', false],
    ['29/2/2016', true],
    ['29/2/1900', false],
    ['31/4/2014', false],
    ['3/13/2014', false],
    ['0/1/2014', false],
    ['3/2/14', false],
    ['8/5/2018', true],
    ['2014-02-03', true],
  ])('has a day that is in the calendar: %s', (born, isOne) => {
    expect(read(`Wren Ashby-Test\t${born}\tCP`).problems).toHaveLength(isOne ? 0 : 1)
  })

  it('may have cells with new lines and quotes, as spreadsheets copy them', () => {
    const { cases } = read(
      '"Wren ""Wrennie""\nAshby-Test"\t3/2/2014\tCP\t"M1-Test (mother);\nF1-Test (father)"\r\n',
    )
    expect(cases).toMatchObject([{ name: 'Wren "Wrennie" Ashby-Test', adults: [{}, { name: 'F1-Test' }] }])
  })

  it('keeps hostile text as text', () => {
    const name = '=HYPERLINK("http://x","y")<script>**x**</script>'
    expect(read(`${name}\t3/2/2014\tCP\t@SUM(A1) (mother)`).cases).toMatchObject([{ name }])
  })

  it('that is empty has no case and no problem', () => {
    expect(read('\n\t\t\n')).toEqual({ cases: [], problems: [] })
    expect(read('')).toEqual({ cases: [], problems: [] })
  })
})

describe('the adults around a child', () => {
  it('keep what is said of them beside the two marks', () => {
    expect(parseAdults('F2-Test (stepfather, lives with the child, since January 2018)')).toEqual([
      {
        name: 'F2-Test',
        relation: 'stepfather, since January 2018',
        livesWith: true,
        parentalResponsibility: false,
      },
    ])
  })

  it.each(['M1-Test', '(mother)', 'M1-Test ()', 'M1-Test (lives with)', 'M1-Test mother)'])(
    'are refused when it is not said who they are: %s',
    (text) => {
      expect(parseAdults(text)).toBeTypeOf('string')
    },
  )

  it('are at most twenty', () => {
    const many = Array.from({ length: 21 }, (_, n) => `A${n}-Test (aunt)`).join(';')
    expect(parseAdults(many)).toBe('At most 20 adults can stand beside a child.')
  })

  it('are written so that they are read back the same', () => {
    const text = 'M1-Test (mother, lives with, parental responsibility); F1-Test (father)'
    const adults = parseAdults(text)
    expect(typeof adults === 'string' ? adults : adultsInWords(adults)).toBe(text)
  })
})
