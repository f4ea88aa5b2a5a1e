import { describe, expect, it } from 'vitest'

import type { DutyKind } from '#core/duties/duty.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'
import { textsOf } from '#tests/fixtures/card-rules.ts'

import { askCard, formCard } from './ask-card.ts'
import { listCard } from './list-card.ts'

const kinds: readonly DutyKind[] = [
  'do-action',
  'say-whether-it-happened',
  'answer-more-time',
  'answer-question',
]

describe('a text that somebody typed stays text', () => {
  it.each([
    ['a link', '[x](http://evil.example)', /\[x\]\(/],
    ['a picture', '![x](http://evil.example/a.png)', /\]\(/],
    ['a mention', '<at>Everyone</at>', /<at>/],
    ['HTML', '<img src=x onerror=alert(1)>', /<img/],
    ['bold', 'this is **urgent** now', /\*\*urgent\*\*/],
    ['italics', 'this is _urgent_ now', /_urgent_/],
    ['code', '`rm`', /`rm`/],
    ['a heading', 'x\n# Heading', /^# /m],
    ['a numbered list', 'x\n1. first', /^1\. /m],
    ['a numbered list with a bracket', 'x\n1) first', /^1\) /m],
    ['a list', 'x\n- first', /^- /m],
    ['a quotation', 'x\n> said', /^> /m],
    ['a date macro', '{{DATE(2018-06-13T00:00:00Z)}}', /\{\{DATE/],
    ['turned writing', 'see \u202Edlihc eht', /\u202E/],
    ['isolated writing', 'see \u2067dlihc eht\u2069', /[\u2066-\u2069]/],
  ])('%s', (_, what, alive) => {
    expect(what).toMatch(alive)
    for (const kind of kinds) expect(shown(what, kind)).not.toMatch(alive)
    const list = listCard([anItem({ what }), anItem({ what, yours: false })], around)
    expect(textsOf(list).join('\n')).not.toMatch(alive)
    expect(textsOf(formCard(anItem({ what }), 'dispute', around)).join('\n')).not.toMatch(alive)
  })

  it('and can still be read', () => {
    const words = shown('See [the child] at 10:00 - alone, 1. and 2.').replaceAll(/\u200B/g, '')
    expect(words).toContain('See [the child] at 10:00 - alone, 1. and 2.')
  })
})

function shown(what: string, kind: DutyKind = 'do-action'): string {
  return textsOf(askCard(anItem({ what, kind }), around)).join('\n')
}
