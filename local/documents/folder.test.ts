import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Moment } from '#core/calendar/moment.ts'
import type { DocumentId, Documents } from '#core/documents/documents.ts'
import { NO_DOCUMENT, NO_PLACE_TO_KEEP, holdsToThePort } from '#tests/fixtures/documents-port.ts'

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

describe('the folder is a place of documents', () => {
  holdsToThePort(async () => {
    const other = mkdtempSync(join(tmpdir(), 'documents-'))
    const open = () => openDocumentsFolder({ dir: other, storyNow: () => at })
    return {
      documents: await open(),
      again: open,
      close: async () => rmSync(other, { recursive: true, force: true }),
    }
  })
})

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

  it.skipIf(process.platform === 'win32')('is readable by this account alone', async () => {
    await documents.keep(folder, name, bytes('first'))
    expect(statSync(join(dir, folder, name)).mode & 0o777).toBe(0o600)
    expect(statSync(join(dir, folder)).mode & 0o777).toBe(0o700)
  })
})

describe('what leads elsewhere is refused', () => {
  it.each(NO_PLACE_TO_KEEP)('keep in %j as %j', async (where, what) => {
    expect(await documents.keep(where, what, bytes('x'))).toEqual({ ok: false, reason: 'name-not-allowed' })
    expect(readdirSync(dir)).toEqual([])
    expect(readdirSync(root)).toEqual(['documents'])
  })

  it.each(NO_DOCUMENT)('read %j', async (id) => {
    writeFileSync(join(root, 'secret.docx'), 'secret')
    expect(await documents.read(id as DocumentId)).toEqual({ ok: false, reason: 'not-there' })
  })
})

describe('what is not a document', () => {
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
