import { filledFormIn } from '#core/close-the-loop/filled-form.ts'
import type { FilledForm } from '#core/close-the-loop/word-headings.ts'

/** A filled form is a few pages; what is larger is none of ours. */
const MOST_BYTES = 5_000_000

/**
 * Reads what stands under the headings of a filled Word form, on the device: nothing is sent or kept before
 * somebody checked it. Undefined when the file is no form of ours.
 */
export async function readWordForm(file: Blob): Promise<FilledForm | undefined> {
  if (file.size > MOST_BYTES) return undefined
  try {
    const xml = await entryOf(new Uint8Array(await file.arrayBuffer()), 'word/document.xml')
    return xml === undefined ? undefined : filledFormIn(xml)
  } catch {
    return undefined
  }
}

/** One entry of a ZIP archive by its central directory (APPNOTE 4.3.12): stored or deflated. */
async function entryOf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const called = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
    if (called === name) return contentOf(bytes, view, at)
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return undefined
}

const CENTRAL = 0x02014b50
const END = 0x06054b50

/** The end record stands last, before a comment that may be there. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

async function contentOf(bytes: Uint8Array<ArrayBuffer>, view: DataView, central: number): Promise<string> {
  const method = view.getUint16(central + 10, true)
  const size = view.getUint32(central + 20, true)
  const local = view.getUint32(central + 42, true)
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packed = bytes.subarray(from, from + size)
  if (method === 0) return new TextDecoder().decode(packed)
  return textOf(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')))
}

/** Stops at what no form of ours is: a few bytes may unpack to very many. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > MOST_BYTES) throw new RangeError('this unpacks to more than a form')
  }
}
