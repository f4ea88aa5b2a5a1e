import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { PersonId } from '#core/ids.ts'

import { mailRoad } from './mail-road.ts'
import { createMailbox } from './mailbox/mailbox.ts'

test('An invitation lands in the mailbox of the person with its link, and has no number to quote', async () => {
  const mailbox = createMailbox({ file: join(mkdtempSync(join(tmpdir(), 'mailbox-')), 'mailbox.jsonl') })
  const mail = {
    subject: 'An invitation',
    text: 'Did you expect this?',
    link: 'http://localhost:3978/join/x',
  }
  expect(await mailRoad(mailbox).invite('wes' as PersonId, mail)).toBe('sent')
  expect(mailbox.list('wes')).toMatchObject([{ ...mail, number: '' }])
  expect(mailbox.list('sam')).toEqual([])
  mailbox.close()
})
