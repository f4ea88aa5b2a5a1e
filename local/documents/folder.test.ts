import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Moment } from '#core/calendar/moment.ts'
import type { DocumentId, Documents } from '#core/documents/documents.ts'

import { writeReason } from './disk-faults.ts'
import { openDocumentsFolder } from './folder.ts'

const at = '2018-06-18T09:04:00.000Z' as Moment
const folder = 'N-2018-2'
const name = 'N-08 chronology.docx'
const bytes = (text: string) => new TextEncoder().encode(text)

let root: string
let dir: string
let documents: Documents

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'documents-'))
  dir = join(root, 'documents')
  documents = await openDocumentsFolder({ dir, storyNow: () => at })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('a kept document', () => {
  it('is read as it was kept, with the story’s time', async () => {
    const kept = await documents.keep(folder, name, bytes('first'))
    expect(kept).toEqual({ ok: true, value: { id: `${folder}/${name}`, name, at } })
    if (!kept.ok) return
    expect(await documents.read(kept.value.id)).toEqual({
      ok: true,
      value: { document: kept.value, bytes: bytes('first') },
    })
    expect(await documents.list(folder)).toEqual({ ok: true, value: [kept.value] })
  })

  it('is there after the folder was opened again', async () => {
    await documents.keep(folder, name, bytes('first'))
    const again = await openDocumentsFolder({ dir, storyNow: () => at })
    expect(await namesOf(again)).toEqual([name])
  })

  it('is never changed: the same name makes the next version', async () => {
    for (const text of ['first', 'second', 'third']) await documents.keep(folder, name, bytes(text))
    expect(await namesOf()).toEqual([name, 'N-08 chronology v2.docx', 'N-08 chronology v3.docx'])
    expect(textOf(name)).toBe('first')
    expect(textOf('N-08 chronology v3.docx')).toBe('third')
  })

  it('is one of many at once, and none of them is lost', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`)
    await Promise.all(texts.map((text) => documents.keep(folder, name, bytes(text))))
    const names = await namesOf()
    expect(names).toHaveLength(12)
    expect(names.map(textOf).toSorted()).toEqual(texts.toSorted())
  })

  it.skipIf(process.platform === 'win32')('is readable by this account alone', async () => {
    await documents.keep(folder, name, bytes('first'))
    expect(statSync(join(dir, folder, name)).mode & 0o777).toBe(0o600)
    expect(statSync(join(dir, folder)).mode & 0o777).toBe(0o700)
  })
})

describe('what leads elsewhere is refused', () => {
  it.each([
    ['..', name],
    [folder, '../N-08.docx'],
    [folder, '..'],
    ['N-2018-2/..', name],
    [folder, 'nul.docx'],
    [folder, '/etc/N-08.docx'],
  ])('keep in %j as %j', async (where, what) => {
    expect(await documents.keep(where, what, bytes('x'))).toEqual({ ok: false, reason: 'name-not-allowed' })
    expect(readdirSync(dir)).toEqual([])
    expect(readdirSync(root)).toEqual(['documents'])
  })

  it.each(['../secret.docx', 'N-2018-2/../../secret.docx', 'secret.docx', '', 'N-2018-2/..', 'a/b/c.docx'])(
    'read %j',
    async (id) => {
      writeFileSync(join(root, 'secret.docx'), 'secret')
      expect(await documents.read(id as DocumentId)).toEqual({ ok: false, reason: 'not-there' })
    },
  )

  it('list outside', async () => {
    expect(await documents.list('..')).toEqual({ ok: false, reason: 'name-not-allowed' })
  })

  it('a version whose name would be too long', async () => {
    const long = `${'n'.repeat(95)}.docx`
    expect(await documents.keep(folder, long, bytes('first'))).toMatchObject({ ok: true })
    expect(await documents.keep(folder, long, bytes('second'))).toEqual({
      ok: false,
      reason: 'name-not-allowed',
    })
    expect(textOf(long)).toBe('first')
  })
})

describe('what is not a document', () => {
  it('a folder that nobody made is empty', async () => {
    expect(await documents.list('N-2019-1')).toEqual({ ok: true, value: [] })
    expect(await documents.read('N-2019-1/N-08.docx' as DocumentId)).toEqual({
      ok: false,
      reason: 'not-there',
    })
  })

  it('a folder named as a file, and files of other programs, are not listed', async () => {
    mkdirSync(join(dir, folder, 'N-09.docx'), { recursive: true })
    writeFileSync(join(dir, folder, '.DS_Store'), 'x')
    expect(await documents.list(folder)).toEqual({ ok: true, value: [] })
  })

  it('what a kill left unfinished is neither listed nor read, and gone when the folder is opened again', async () => {
    await documents.keep(folder, name, bytes('first'))
    writeFileSync(join(dir, folder, 'N-08 chronology v2.docx'), '')
    writeFileSync(join(dir, folder, '.0b7c.part'), 'half of a child’s chrono')
    expect(await namesOf()).toEqual([name])
    expect(await documents.read(`${folder}/N-08 chronology v2.docx` as DocumentId)).toEqual({
      ok: false,
      reason: 'not-there',
    })
    await openDocumentsFolder({ dir, storyNow: () => at })
    expect(readdirSync(join(dir, folder))).toEqual([name])
  })
})

describe('a place that does not answer', () => {
  it('says so and keeps nothing', async () => {
    writeFileSync(join(dir, folder), 'a file where the folder should be')
    const no = { ok: false, reason: 'not-reachable' }
    expect(await documents.keep(folder, name, bytes('first'))).toEqual(no)
    expect(await documents.list(folder)).toEqual(no)
    expect(await documents.read(`${folder}/${name}` as DocumentId)).toEqual(no)
  })

  it('a fault while it is written leaves neither the name nor a part', async () => {
    const noBytes = { length: 1 } as unknown as Uint8Array
    await expect(documents.keep(folder, name, noBytes)).rejects.toThrow(TypeError)
    expect(readdirSync(join(dir, folder))).toEqual([])
    expect(await documents.keep(folder, name, bytes('first'))).toMatchObject({ value: { name } })
  })

  it('nothing is no document', async () => {
    await expect(documents.keep(folder, name, bytes(''))).rejects.toThrow(RangeError)
    expect(readdirSync(dir)).toEqual([])
  })

  it.each([
    ['ENOSPC', 'no-room'],
    ['EDQUOT', 'no-room'],
    ['EACCES', 'not-reachable'],
    ['EIO', 'not-reachable'],
  ])('the disk’s %s is %s', (code, reason) => {
    expect(writeReason(code)).toBe(reason)
  })
})

async function namesOf(of: Documents = documents): Promise<readonly string[]> {
  const listed = await of.list(folder)
  return listed.ok ? listed.value.map((each) => each.name) : []
}

function textOf(file: string): string {
  return readFileSync(join(dir, folder, file), 'utf8')
}
