import { inflateRawSync } from 'node:zlib'

/** The texts of a zip archive by name, read from its directory: independent of the packages that write it. */
export function unzip(archive: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1) throw new Error('No zip archive')
  const texts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [named, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const name = bytes.toString('utf8', at + 46, at + 46 + (named ?? 0))
    texts.set(name, textAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)))
    at += 46 + (named ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return texts
}

/** The part of this name; throws when the archive has none. */
export function partOf(archive: Uint8Array, name: string): string {
  const text = unzip(archive).get(name)
  if (text === undefined) throw new Error(`No part ${name} in the archive`)
  return text
}

function textAt(bytes: Buffer, at: number, size: number): string {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(start, start + size)
  return (bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(data) : data).toString('utf8')
}
