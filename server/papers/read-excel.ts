import { refused, ok } from '#core/result.ts'
import type { Result } from '#core/result.ts'

/** Rows and columns that are read of a sheet: two thousand lines and what stands above them. */
const MOST_ROWS = 2010
const MOST_COLUMNS = 40
/** What an archive of a megabyte may unpack to, in bytes. */
const MOST_UNPACKED = 16 * 1024 * 1024

export type NotRead = 'not-a-workbook' | 'workbook-too-large'

/** The first sheet that has rows, as texts; days as 2018-06-22. Nothing in it is run: formulas give their results. */
export async function readExcel(bytes: Uint8Array): Promise<Result<readonly (readonly string[])[], NotRead>> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) return refused('not-a-workbook')
  if (unpacked > MOST_UNPACKED) return refused('workbook-too-large')
  const { Workbook: File } = await import('@cj-tech-master/excelts')
  const file = new File()
  try {
    await file.xlsx.load(Buffer.from(bytes))
  } catch {
    return refused('not-a-workbook')
  }
  const sheet = file.worksheets.find(({ rowCount }) => rowCount > 0)
  if (!sheet) return refused('not-a-workbook')
  if (sheet.rowCount > MOST_ROWS) return refused('workbook-too-large')
  const columns = Math.min(sheet.columnCount, MOST_COLUMNS)
  return ok(
    Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: columns }, (__, column) => textOf(sheet.getCell(row + 1, column + 1))),
    ),
  )
}

function textOf({ value, text }: { readonly value: unknown; readonly text: string }): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : text
}

/** What the archive says it unpacks to, from its directory; undefined when it is no archive. */
function unpackedSize(given: Uint8Array): number | undefined {
  const bytes = Buffer.from(given)
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1 || end + 22 > bytes.length) return undefined
  let at = bytes.readUInt32LE(end + 16)
  let sum = 0
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined
    sum += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return sum
}

const ENTRY = 0x02014b50
