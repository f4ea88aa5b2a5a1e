import { describe, expect, it } from 'vitest'

import { filledFormIn } from '#core/close-the-loop/filled-form.ts'
import type { FilledForm } from '#core/close-the-loop/word-headings.ts'
import { WORD_HEADINGS } from '#core/close-the-loop/word-headings.ts'
import { partOf } from '#tests/papers/unzip.ts'
import { textsIn } from '#tests/papers/xml.ts'

import { writeWordForm } from './word-form.ts'
import { writeWord } from './word.ts'

const blank = {
  folder: 'N-2018-2',
  name: 'N-08 form to fill.docx',
  reference: 'N-08',
  good: 'The school kept asking.',
  asked: 'Ring back & write it down <every time>.',
}

const read = (bytes: Uint8Array): FilledForm | undefined => filledFormIn(partOf(bytes, 'word/document.xml'))

/** The same document as somebody filled it, with each text under its heading. */
async function filled(texts: FilledForm): Promise<Uint8Array> {
  const headings = Object.entries(WORD_HEADINGS).flatMap(([field, name]) => [
    name,
    ...(texts[field as keyof FilledForm] ?? '').split('\n'),
  ])
  return writeWord({
    title: 'Case N-08: close the loop',
    subtitle: '',
    marking: '',
    facts: [],
    table: { columns: [{ title: 'x', width: 1 }], rows: [] },
    notes: headings,
    footer: '',
  })
}

describe('the Word form to fill', () => {
  it('has what the panel found and a heading for each part, and names nobody', async () => {
    const texts = textsIn(partOf(await writeWordForm(blank), 'word/document.xml'), 'w:t')
    for (const text of [blank.good, blank.asked, ...Object.values(WORD_HEADINGS)])
      expect(texts.join('\n')).toContain(text)
  })

  it('comes back empty as it went out', async () => {
    expect(read(await writeWordForm(blank))).toEqual({
      metOn: '',
      present: '',
      background: '',
      reflections: '',
      learning: '',
    })
  })

  it.each([
    ['19/6/2018', '2018-06-19'],
    ['Tuesday 19 June 2018', '2018-06-19'],
    ['19th of June 2018, at ten', '2018-06-19'],
    ['31.6.2018', ''],
    ['last week', ''],
  ])('comes back with what stands under each heading; "%s" is the day "%s"', async (metOn, day) => {
    const texts = {
      metOn,
      present: 'Worker & manager.',
      background: 'First line.\nSecond <line>.',
      reflections: '“We did not ring back.”',
      learning: 'Ring.',
    }
    expect(read(await filled(texts))).toEqual({ ...texts, metOn: day })
  })

  it('is not taken from another document', async () => {
    const other = await writeWord({
      title: 'A chronology',
      subtitle: '',
      marking: '',
      facts: [],
      table: { columns: [], rows: [] },
      notes: ['Nothing of ours.'],
      footer: '',
    })
    expect(read(other)).toBeUndefined()
  })
})
