import { expect, it } from 'vitest'

import { firstInASentence, inASentence } from './in-a-sentence.ts'

it.each([
  ['Allocated worker of N-08', 'the allocated worker of N-08', 'The allocated worker of N-08'],
  ['The panel (QA manager)', 'the panel (QA manager)', 'The panel (QA manager)'],
  ['Chair of the panel', 'the chair of the panel', 'The chair of the panel'],
  ['Schools (lead person)', 'Schools (lead person)', 'Schools (lead person)'],
])('%s', (title, inside, first) => {
  expect(inASentence(title)).toBe(inside)
  expect(firstInASentence(title)).toBe(first)
})
