import { inflateSync } from 'node:zlib'

/** A picture as it is: four numbers (red, green, blue, how solid) for each point, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly points: Uint8Array }

/** Reads a PNG of eight bits a colour, with or without transparency, not interlaced; undefined for anything else. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  const view = Buffer.from(bytes)
  if (!view.subarray(0, 8).equals(SIGNATURE)) return undefined
  const parts = chunksOf(view)
  const head = parts.find(({ type }) => type === 'IHDR')?.data
  if (head?.length !== 13) return undefined
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const channels = { 2: 3, 6: 4 }[head.readUInt8(9)]
  if (head.readUInt8(8) !== 8 || channels === undefined || head.readUInt8(12) !== 0) return undefined
  const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const raw = inflateSync(packed, { maxOutputLength: MOST_BYTES })
  if (raw.length !== height * (width * channels + 1)) return undefined
  return { width, height, points: solid(unfiltered(raw, width * channels, channels), channels) }
}

/** What is wrong with the two icons of a package, as Teams wants them. */
export function iconProblems(color: Uint8Array, outline: Uint8Array): readonly string[] {
  const [full, line] = [readPng(color), readPng(outline)]
  if (!full || !line) return ['An icon is no PNG of eight bits a colour.']
  const points = pointsOf(line)
  const seen = points.filter(({ alpha }) => alpha > 0)
  return [
    ...(size(full) === '192 × 192' ? [] : [`The colour icon is ${size(full)}; Teams wants 192 × 192.`]),
    ...(size(line) === '32 × 32' ? [] : [`The outline icon is ${size(line)}; Teams wants 32 × 32.`]),
    ...(pointsOf(full).every(({ alpha }) => alpha === 255)
      ? []
      : ['The colour icon has to fill its square.']),
    ...(seen.every(({ red, green, blue }) => red === 255 && green === 255 && blue === 255)
      ? []
      : ['The outline icon may be white alone.']),
    ...(seen.length > 0 ? [] : ['The outline icon shows nothing.']),
    ...(points.length - seen.length > points.length / 3 ? [] : ['The outline icon has to be see-through.']),
  ]
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const size = ({ width, height }: Picture): string => `${width} × ${height}`

/** An icon is small; nothing larger is unpacked. */
const MOST_BYTES = 4_000_000

function pointsOf({ points }: Picture): { red: number; green: number; blue: number; alpha: number }[] {
  return Array.from({ length: points.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = points.subarray(4 * index, 4 * index + 4)
    return { red, green, blue, alpha }
  })
}

function chunksOf(view: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = []
  for (let at = 8; at + 12 <= view.length;) {
    const length = view.readUInt32BE(at)
    chunks.push({
      type: view.toString('latin1', at + 4, at + 8),
      data: view.subarray(at + 8, at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}

/** Undoes the filter of each row: what is written is the difference to a neighbour. */
function unfiltered(raw: Uint8Array, row: number, channels: number): Uint8Array {
  const out = new Uint8Array((raw.length / (row + 1)) * row)
  for (let at = 0; at < out.length; at += 1) {
    const [y, x] = [Math.floor(at / row), at % row]
    const written = raw[y * (row + 1) + 1 + x] ?? 0
    const left = x >= channels ? (out[at - channels] ?? 0) : 0
    const above = y > 0 ? (out[at - row] ?? 0) : 0
    const corner = x >= channels && y > 0 ? (out[at - row - channels] ?? 0) : 0
    const filter = raw[y * (row + 1)] ?? 0
    out[at] = written + ([0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0)
  }
  return out
}

/** Which of three neighbours is nearest to left + above − corner. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

/** With four numbers a point, where three mean that it is solid. */
function solid(points: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return points
  const out = new Uint8Array((points.length / 3) * 4)
  for (let at = 0; at < points.length / 3; at += 1) {
    out.set([...points.subarray(3 * at, 3 * at + 3), 255], 4 * at)
  }
  return out
}
