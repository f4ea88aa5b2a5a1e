import { describe, expect, it } from 'vitest'

import { aRound } from '#tests/fixtures/a-round.ts'

import type { CaseId, Ids, PersonId } from '../ids.ts'
import type { ListedInput } from './commands.ts'
import { lackingIn } from './send-long-list.ts'
import { referred } from './write-long-list.ts'

const wren: ListedInput = { name: 'Wren Ashby-Test', born: null, threshold: 'assessed', adults: [] }

/** Ids as chance would give them: each list of three ends in another order. */
function drawing(...order: readonly string[]): Ids {
  const left = [...order]
  let n = 0
  return { next: <Id extends string>() => (left.shift() ?? `id-${(n += 1)}`) as Id }
}

describe('the references of a long list', () => {
  it('are given by chance, each number once', () => {
    const list = [wren, wren, wren]
    const references = (...order: readonly string[]) => {
      const listed = referred(list, 'N', [], drawing(...order))
      return listed.ok ? listed.value.map(({ reference }) => reference) : []
    }
    expect(references('c', 'a', 'b')).toEqual(['N-01', 'N-02', 'N-03'])
    const names = ['A-Test', 'B-Test', 'C-Test'].map((name) => ({ ...wren, name }))
    const orderOf = (...order: readonly string[]) => {
      const listed = referred(names, 'N', [], drawing(...order))
      return listed.ok ? listed.value.map(({ name }) => name).join(' ') : ''
    }
    expect(orderOf('c', 'a', 'b')).not.toBe(orderOf('b', 'c', 'a'))
  })

  it('stay with their case, and are not given again', () => {
    const before = [{ ...wren, id: 'case-1' as CaseId, reference: 'N-02' }]
    const listed = referred([wren, { ...wren, reference: 'N-02' }], 'N', before, drawing())
    expect(listed.ok && listed.value.map(({ reference, id }) => [reference, id === 'case-1'])).toEqual([
      ['N-01', false],
      ['N-02', true],
    ])
  })

  it.each([
    ['twice', ['N-01', 'N-01'], 'reference-twice'],
    ['with the letters of another round', ['D-01'], 'reference-of-another-round'],
  ])('are refused %s', (_, references, reason) => {
    const list = references.map((reference) => ({ ...wren, reference }))
    expect(referred(list, 'N', [], drawing())).toMatchObject({ ok: false, reason })
  })
})

describe('a long list that is to be sent', () => {
  const round = aRound('approved')
  const held = new Map(round.members.map(({ lead }) => [lead, 'somebody' as PersonId]))

  it('names the agencies without a lead person, and those whose lead person was not declared to decide', () => {
    const [csc] = round.members
    const holders = new Map([...held].filter(([post]) => post !== csc?.lead))
    expect(lackingIn(round, holders, 20)).toEqual({
      leadPerson: ["Children's Social Care"],
      seniority: ['GPs'],
      cases: 0,
    })
  })

  it('says how many cases are missing of those that the method asks', () => {
    expect(lackingIn(round, held, 17).cases).toBe(3)
  })
})
