import { describe, expect, it } from 'vitest'

import { plainText } from './plain-text.ts'

describe('what was typed stays what was typed', () => {
  it.each([
    '=HYPERLINK("x")',
    '**bold** _it_ # not a heading',
    '@SUM(A1)',
    '{ PAGE } &P <w:t>',
    'Zoë Nuñez-Test, Łukasz-Test',
    'محمد-Test, \u2067יעל\u2069-Test',
    '🙂 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'two\nlines',
    '_x0041_',
  ])('%s', (typed) => {
    expect(plainText(typed)).toBe(typed)
  })
})

describe('what no paper can hold is left out', () => {
  it.each([
    ['control characters', 'a\0b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['what turns the order of letters round', 'left\u202Etfel\u202C', 'lefttfel'],
    ['half a sign', 'a\ud83db\ude42c', 'abc'],
    ['what XML forbids', 'a\ufffeb\uffffc', 'abc'],
    ['a mark of byte order', '\ufeffa', 'a'],
  ])('%s', (_what, typed, kept) => {
    expect(plainText(typed)).toBe(kept)
  })

  it('every kind of line break is one line break, and a tab is a space', () => {
    expect(plainText('a\r\nb\rc\u2028d\u2029e\ff\vg\u0085h\ti')).toBe('a\nb\nc\nd\ne\nf\ng\nh i')
  })
})
