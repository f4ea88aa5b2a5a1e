import { describe, expect, it } from 'vitest'

import { writeExcel } from './excel.ts'
import { readExcel } from './read-excel.ts'

const workbook = (rows: number) =>
  writeExcel({
    title: 'Round N-2018-2',
    made: 'Made on 18 June 2018.',
    sheets: [
      {
        name: 'Actions',
        columns: [
          { title: 'Case', width: 8, kind: 'text' },
          { title: 'Due', width: 14, kind: 'day' },
          { title: 'What will be done', width: 40, kind: 'text' },
        ],
        rows: Array.from({ length: rows }, () => ['N-08', '2018-06-22', '=1+1 “ring” 日本']),
      },
    ],
  })

describe('a workbook is read', () => {
  it('as texts: days as days, and what looks like a formula as it was typed', async () => {
    const read = await readExcel(await workbook(1))
    expect(read.ok && read.value[2]).toEqual(['Case', 'Due', 'What will be done'])
    expect(read.ok && read.value[3]).toEqual(['N-08', '2018-06-22', '=1+1 “ring” 日本'])
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('Case;Due\nN-08;22/6/2018')],
    ['an empty archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['an archive that is cut off', null],
  ])('and %s is none', async (_, bytes) => {
    const given = bytes ?? (await workbook(3)).slice(-200)
    expect(await readExcel(given)).toEqual({ ok: false, reason: 'not-a-workbook' })
  })

  it('up to 2,000 rows', async () => {
    expect((await readExcel(await workbook(2000))).ok).toBe(true)
    expect(await readExcel(await workbook(2020))).toEqual({ ok: false, reason: 'workbook-too-large' })
  })

  it('that says it unpacks to more than 16 MB is not unpacked', async () => {
    const bytes = Buffer.from(await workbook(1))
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    bytes.writeUInt32LE(17 * 1024 * 1024, bytes.readUInt32LE(end + 16) + 24)
    expect(await readExcel(bytes)).toEqual({ ok: false, reason: 'workbook-too-large' })
  })
})
