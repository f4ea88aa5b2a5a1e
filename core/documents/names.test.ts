import { describe, expect, it } from 'vitest'

import { byNameAndVersion, fileNameOf, isFileName, isFolderName, nextVersionOf } from './names.ts'

it('a file says the reference and what it is', () => {
  expect(fileNameOf('N-08', 'chronology')).toBe('N-08 chronology.docx')
  expect(fileNameOf('N-2018-2', 'tracker')).toBe('N-2018-2 tracker.xlsx')
})

describe('names', () => {
  it.each(['N-2018-2', 'Round 2 (Neglect)', 'Añada 2018', 'N.2018_2', '7'])('%s is a folder’s', (name) => {
    expect(isFolderName(name)).toBe(true)
  })

  it.each(['N-08 chronology.docx', 'N-2018-2 tracker v12.xlsx', 'a.7z'])('%s is a file’s', (name) => {
    expect(isFileName(name)).toBe(true)
  })

  it.each([
    '',
    '.',
    '..',
    '../N-08.docx',
    'N-08/x.docx',
    'N-08\\x.docx',
    'C:x.docx',
    '.hidden.docx',
    'N-08..docx',
    'N-08.docx.',
    ' N-08.docx',
    'N-08.docx ',
    'N-08.docx:stream.docx',
    '~$N-08.docx',
    'N-08\0.docx',
    'N-08\n.docx',
    'N-08%2e.docx',
    'con.docx',
    'NUL.docx',
    'lpt1.x.docx',
    'COM9.docx',
    'desktop.ini',
    'a_vti_b.docx',
    'cafe\u0301.docx',
    `${'n'.repeat(97)}.docx`,
  ])('%j is nobody’s', (name) => {
    expect(isFileName(name)).toBe(false)
    expect(isFolderName(name)).toBe(false)
  })

  it('a file has an ending', () => {
    expect(isFileName('N-08 chronology')).toBe(false)
    expect(isFileName('N-08 chronology.DOCX')).toBe(false)
  })
})

describe('versions', () => {
  it.each([
    ['N-08 chronology.docx', 'N-08 chronology v2.docx'],
    ['N-08 chronology v2.docx', 'N-08 chronology v3.docx'],
    ['N-08 chronology v9.docx', 'N-08 chronology v10.docx'],
    ['v2.docx', 'v2 v2.docx'],
    ['N-08 v0.docx', 'N-08 v0 v2.docx'],
  ])('after %s comes %s', (name, next) => {
    expect(nextVersionOf(name)).toBe(next)
  })

  it('stand in their order', () => {
    const names = ['b.docx', 'a v10.docx', 'a.docx', 'a v2.docx', 'a.xlsx']
    expect(names.toSorted(byNameAndVersion)).toEqual([
      'a.docx',
      'a.xlsx',
      'a v2.docx',
      'a v10.docx',
      'b.docx',
    ])
  })
})
