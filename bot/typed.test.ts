import { describe, expect, it } from 'vitest'

import { wishIn } from './typed.ts'

describe('what is typed to the bot', () => {
  it.each([
    ['help', 'help'],
    ['HELP!!', 'help'],
    ['hepl', 'help'],
    ['can you help me?', 'help'],
    ['Hello', 'help'],
    ['my actions', 'actions'],
    ['acions', 'actions'],
    ['what is waiting', 'waiting'],
    ['wating', 'waiting'],
    ['list', 'waiting'],
    ['What is due?', 'waiting'],
    ['raise a concern', 'concern'],
    ['raise a concren', 'concern'],
    ['I want to escalate', 'concern'],
  ])('"%s" is the wish "%s"', (text, kind) => {
    expect(wishIn(text)).toEqual({ kind })
  })

  it.each([
    ['N-08', 'N-08'],
    ['n08', 'N-08'],
    ['case n 8', 'N-08'],
    ['what about N-08?', 'N-08'],
    ['A2', 'A2'],
    ['a02', 'A2'],
    ['a-02', 'A-02'],
    ['x1', 'X1'],
    ['what about X12?', 'X12'],
    ['n-2018-2', 'N-2018-2'],
  ])('"%s" asks for %s', (text, reference) => {
    expect(wishIn(text)).toEqual({ kind: 'reference', reference })
  })

  it.each([
    'Wren was seen on Monday',
    'I rang the school and they said that the child came on Friday so it is done',
    'on 15 the visit',
    'ok',
    '👍',
    '',
  ])('"%s" is no wish, and never an answer', (text) => {
    expect(wishIn(text)).toEqual({ kind: 'unknown' })
  })
})
