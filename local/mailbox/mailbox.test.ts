import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { createMailbox } from './mailbox.ts'

const letter = {
  to: 'robin',
  toName: 'Robin Carter-Test',
  subject: 'Case N-08: one action is due on 13 June',
  text: 'One action of case N-08 is due on Wednesday 13 June.',
  link: '/actions/N-08',
  number: '1042',
}
const newFile = () => join(mkdtempSync(join(tmpdir(), 'mailbox-')), 'mailbox.jsonl')

test('A person finds their own mails, newest first, with the story time', () => {
  const times = ['2018-06-01T09:00:00Z', '2018-06-02T09:00:00Z', '2018-06-03T09:00:00Z']
  const mailbox = createMailbox({ file: newFile(), storyNow: () => times.shift() ?? '' })
  mailbox.put(letter)
  mailbox.put({ ...letter, to: 'sam', toName: 'Sam Okafor-Test' })
  mailbox.put({ ...letter, number: '1043' })

  expect(mailbox.list('robin').map(({ number, storyAt }) => [number, storyAt])).toEqual([
    ['1043', '2018-06-03T09:00:00Z'],
    ['1042', '2018-06-01T09:00:00Z'],
  ])
  expect(mailbox.list()).toHaveLength(3)
  expect(mailbox.list('nobody')).toEqual([])
})

test('Mails that were put are there after a kill, also when the kill cut the last line short', () => {
  const file = newFile()
  const put = createMailbox({ file }).put(letter)
  appendFileSync(file, '{"id":"half')
  expect(createMailbox({ file }).list('robin')).toEqual([put])
})
