import { expect, it } from 'vitest'

import { waitBefore } from './wait-before.ts'

it('the wait before the next try grows from two seconds to five minutes, half of it by chance', () => {
  const longest = Array.from({ length: 10 }, (_, index) => waitBefore(index + 1, () => 1))
  expect(longest).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000])
  expect(waitBefore(3, () => 0)).toBe(4000)
})
