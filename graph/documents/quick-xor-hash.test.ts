import { expect, it } from 'vitest'

import { QuickXorHash, quickXorHashOf } from './quick-xor-hash.ts'

it.each([
  ['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ['Sg==', 'SgAAAAAAAAAAAAAAAQAAAAAAAAA='],
  ['tbQ=', 'taAFAAAAAAAAAAAAAgAAAAAAAAA='],
  ['0pZP', '0rDEEwAAAAAAAAAAAwAAAAAAAAA='],
])('the published example %j', (bytes, hash) => {
  expect(quickXorHashOf(Buffer.from(bytes, 'base64'))).toBe(hash)
})

/** The description, bit by bit: byte i is added at bit 11 i of 160, and the length to the last eight bytes. */
function asDescribed(bytes: Uint8Array): string {
  const bits = new Uint8Array(160)
  for (const [index, byte] of bytes.entries()) {
    for (let bit = 0; bit < 8; bit += 1) {
      const at = (index * 11 + bit) % 160
      bits[at] = (bits[at] ?? 0) ^ ((byte >> bit) & 1)
    }
  }
  const hash = Buffer.alloc(20)
  for (const [at, bit] of bits.entries()) hash[at >> 3] = (hash[at >> 3] ?? 0) | (bit << (at & 7))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(bytes.length))
  for (const [index, byte] of length.entries()) hash[12 + index] = (hash[12 + index] ?? 0) ^ byte
  return hash.toString('base64')
}

it.each([1, 14, 15, 159, 160, 161, 321, 5000])('%i bytes, as the description says', (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 37 + 11) % 256)
  expect(quickXorHashOf(bytes)).toBe(asDescribed(bytes))
})

it('fed in parts is as fed at once', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256)
  const parts = new QuickXorHash()
  for (let from = 0; from < bytes.length; from += 77) parts.update(bytes.subarray(from, from + 77))
  expect(parts.digest()).toBe(quickXorHashOf(bytes))
  expect(parts.length).toBe(1000)
})
