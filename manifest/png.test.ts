import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { iconProblems, readPng } from './png.ts'

const icon = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'icons', name))
const WHITE = [255, 255, 255, 255]
const NOTHING = [0, 0, 0, 0]
const BLUE = [79, 82, 178, 255]

/** A picture of one size, each point as asked; every row is written with the filter that is asked for. */
function aPicture(side: number, point: (x: number, y: number) => readonly number[], filter = 0): Uint8Array {
  const row = 4 * side
  const points = Array.from({ length: side * row }, (_, at) => {
    const [y, x] = [Math.floor(at / row), Math.floor((at % row) / 4)]
    return point(x, y)[at % 4] ?? 0
  })
  const seen = (y: number, x: number): number => (y < 0 || x < 0 ? 0 : (points[y * row + x] ?? 0))
  const raw = Array.from({ length: side }, (_, y) => [
    filter,
    ...Array.from({ length: row }, (_, x) => {
      const [left, above, corner] = [seen(y, x - 4), seen(y - 1, x), seen(y - 1, x - 4)]
      const guess = [0, left, above, Math.floor((left + above) / 2), paeth(left, above, corner)][filter] ?? 0
      return (seen(y, x) - guess) & 255
    }),
  ])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 6, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from(raw.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

function paeth(left: number, above: number, corner: number): number {
  const far = [left, above, corner].map((each) => Math.abs(left + above - corner - each))
  return [left, above, corner][far.indexOf(Math.min(...far))] ?? 0
}

const anyPoint = (x: number, y: number): readonly number[] =>
  [7 * x, 11 * y, x * y, 255 - x].map((each) => each & 255)

const aColour = aPicture(192, () => BLUE)
const anOutline = aPicture(32, (x) => (x > 10 && x < 14 ? WHITE : NOTHING))

describe('the icons', () => {
  it('are as Teams wants them: 192 and 32, the one full, the other white on nothing', () => {
    expect(iconProblems(icon('color.png'), icon('outline.png'))).toEqual([])
  })

  it.each([
    ['a colour icon of another size', aPicture(96, () => BLUE), anOutline, 'is 96 × 96'],
    ['an outline of another size', aColour, aPicture(64, (x) => (x < 4 ? WHITE : NOTHING)), 'is 64 × 64'],
    ['a hole', aPicture(192, (x, y) => (x + y === 0 ? NOTHING : BLUE)), anOutline, 'fill its square'],
    ['a blue outline', aColour, aPicture(32, (x) => (x < 4 ? BLUE : NOTHING)), 'white alone'],
    ['an empty outline', aColour, aPicture(32, () => NOTHING), 'shows nothing'],
    ['a white square', aColour, aPicture(32, () => WHITE), 'see-through'],
    ['no picture', Buffer.from('<svg/>'), anOutline, 'no PNG'],
  ])('are refused: %s', (_, color, outline, says) => {
    expect(iconProblems(color, outline)).toEqual([expect.stringContaining(says)])
  })

  it.each([0, 1, 2, 3, 4])('are read whatever way their rows are written: filter %i', (filter) => {
    expect(readPng(aPicture(32, anyPoint, filter))).toEqual(readPng(aPicture(32, anyPoint)))
  })
})
