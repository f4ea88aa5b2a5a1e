import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { LABELS, loadLabelPacks, parseLabelPack } from './label-pack.ts'
import { labels2018 } from './labels-2018.ts'

describe('label packs', () => {
  it('have a word for every role and body', () => {
    const packs = loadLabelPacks()
    if (!packs.ok) throw new Error(JSON.stringify(packs.problems))
    expect(packs.value.map(({ id }) => id)).toEqual(['2018', '2026'])
    for (const { words } of packs.value) {
      expect(LABELS.filter((label) => words[label].trim() === '')).toEqual([])
    }
    const [before, now] = packs.value
    expect(before?.words['case-review']).toBe('Serious Case Review')
    expect(now?.words['case-review']).toBe('Local Child Safeguarding Practice Review')
  })

  it('name what is missing and what nobody asks for', () => {
    const { words } = labels2018 as { words: Record<string, string> }
    const { board: _, ...others } = words
    expect(parseLabelPack({ id: '2018', words: { ...others, council: 'Council' } })).toEqual({
      ok: false,
      problems: [
        { path: 'words.board', problem: 'Write a text.' },
        { path: 'words.council', problem: 'There is no such setting.' },
      ],
    })
    expect(parseLabelPack({ id: '1989', words })).toEqual({
      ok: false,
      problems: [{ path: 'id', problem: 'Choose one of: 2018, 2026.' }],
    })
  })
})

describe('no body’s name stands in code', () => {
  const root = join(import.meta.dirname, '../../..')
  /** Data of the methods, ladders and label packs: the one place where bodies have names. */
  const DATA =
    /^core\/(method\/(oldham-[a-z]+|nine-aspects|labels\/labels-\d+)|escalation\/ladders\/[a-z-]+)\.ts$/
  const NAMES =
    /\b(LSCBs?|LSCPs?|CCGs?|ICBs?|CDOP|MASP|Oldham|Leicester|Lancashire|Oxfordshire|Pennine|Bridgewater)\b|(Safeguarding Children|Children’s Safeguarding) (Board|Partnership)|Clinical Commissioning|Integrated Care Board|Serious Case Review|Practice Review/
  const files = globSync('{core,bot,server,tab}/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'))
  const named = (of: readonly string[]): readonly string[] =>
    of.flatMap((file) => {
      const found = NAMES.exec(readFileSync(join(root, file), 'utf8'))
      return found ? [`${file}: ${found[0]}`] : []
    })

  it('of core, bot, server and tab', () => {
    expect(named(files.filter((file) => !DATA.test(file)))).toEqual([])
    expect(files.length).toBeGreaterThan(100)
  })

  it('and would be found: the packs have them', () => {
    const packs = files.filter((file) => DATA.test(file))
    expect(named(packs)).toContain('core/method/labels/labels-2018.ts: LSCB')
    expect(named(packs)).toContain('core/method/labels/labels-2026.ts: ICB')
  })
})
