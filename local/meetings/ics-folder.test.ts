import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PersonId, RoundId } from '#core/ids.ts'
import type { Booking } from '#core/meetings/meetings.ts'

import type { Mail } from '../mailbox/mailbox.ts'
import { openMeetingsFolder } from './ics-folder.ts'

let dir: string
let mails: Pick<Mail, 'to' | 'subject' | 'text' | 'link'>[]
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'meetings-'))
  mails = []
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const at = (time: string) => momentAt(day('2018-06-06'), time)
const booking: Booking = {
  id: 'panel-day-r2',
  kind: 'panel-day',
  round: { id: 'r2' as RoundId, code: 'N-2018-2' },
  from: at('09:30'),
  to: at('16:30'),
  hosts: ['cy' as PersonId],
  attendees: [
    { person: 'ada' as PersonId, name: 'Ada Lead-Test', mail: 'ada@example.org', account: null },
    { person: 'cy' as PersonId, name: 'Cy Chair-Test', mail: 'cy@example.org', account: null },
  ],
}

function folder(within = dir) {
  return openMeetingsFolder({
    dir: within,
    mailbox: {
      put: (letter) => {
        mails.push(letter)
        return { ...letter, id: '', at: '', storyAt: '' }
      },
    },
    home: 'http://localhost:3978',
    storyNow: () => '2018-05-11T09:00:00Z',
  })
}

const text = () => readFile(join(dir, 'panel-day-N-2018-2.ics'), 'utf8')

describe('panel day in the folder of meetings', () => {
  it('is one appointment under the round’s code, and an invitation for each who is invited', async () => {
    expect(await folder().book(booking)).toEqual({
      ok: true,
      value: { eventId: 'panel-day-r2', joinUrl: null },
    })
    expect(await text()).toContain('SUMMARY:Panel day\\, round N-2018-2')
    expect(await text()).toContain('DTSTART:20180606T083000Z')
    expect(mails.map(({ to }) => to)).toEqual(['ada', 'cy'])
    expect(mails[0]).toMatchObject({
      subject: 'Panel day, round N-2018-2: Wednesday 6 June, 09:30 to 16:30',
      link: 'http://localhost:3978/rounds/r2/panel',
    })
  })

  it('is not doubled, and nobody is told again, when the same is booked again', async () => {
    await folder().book(booking)
    const before = await text()
    expect(await folder().book(booking)).toEqual({
      ok: true,
      value: { eventId: 'panel-day-r2', joinUrl: null },
    })
    expect(await text()).toBe(before)
    expect(mails).toHaveLength(2)
    expect((await readdir(dir)).filter((file) => file !== 'invited')).toEqual(['panel-day-N-2018-2.ics'])
  })

  it('is moved when it is booked for another time: a higher sequence, everybody is told', async () => {
    await folder().book(booking)
    await folder().book({ ...booking, from: at('10:00') })
    expect(await text()).toContain('SEQUENCE:1')
    expect(await text()).toContain('DTSTART:20180606T090000Z')
    expect(mails).toHaveLength(4)
  })

  it('tells those who are new, and those who are not expected any more, when its panel has changed', async () => {
    await folder().book(booking)
    const [ada] = booking.attendees
    const eve = {
      person: 'eve' as PersonId,
      name: 'Eve Education-Test',
      mail: 'eve@example.org',
      account: null,
    }
    await folder().book({ ...booking, attendees: ada ? [ada, eve] : [] })
    expect(mails.slice(2).map(({ to, subject }) => [to, subject])).toEqual([
      ['eve', 'Panel day, round N-2018-2: Wednesday 6 June, 09:30 to 16:30'],
      ['cy', 'Panel day, round N-2018-2: not on Wednesday 6 June, 09:30 to 16:30'],
    ])
  })

  it('names nobody in the file', async () => {
    await folder().book(booking)
    expect(await text()).not.toMatch(/ada|cy|test|@example/i)
  })

  it('is not booked when the folder cannot be written, and nobody is told', async () => {
    await writeFile(join(dir, 'a-file'), '')
    expect(await folder(join(dir, 'a-file')).book(booking)).toEqual({
      ok: false,
      reason: 'calendar-not-reachable',
    })
    expect(mails).toHaveLength(0)
  })
})

describe('a meeting that does not take place', () => {
  const ended = {
    eventId: booking.id,
    kind: booking.kind,
    round: booking.round,
    from: at('09:30'),
    to: at('16:30'),
  }

  it('leaves the calendars by its UID and a higher sequence, and everyone who was invited is told', async () => {
    await folder().book(booking)
    expect(await folder().cancel(ended)).toEqual({ ok: true, value: null })
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:panel-day-r2', 'SEQUENCE:1'])
      expect(await text()).toContain(line)
    expect(mails.slice(2).map(({ to }) => to)).toEqual(['ada', 'cy'])
  })

  it('does not take a later meeting of the round along', async () => {
    await folder().book({ ...booking, id: 'panel-day-r2-2' })
    expect(await folder().cancel(ended)).toEqual({ ok: true, value: null })
    expect(await text()).not.toContain('METHOD:CANCEL')
  })

  it('leaves them once, and is nothing to a calendar that does not have it', async () => {
    expect(await folder().cancel(ended)).toEqual({ ok: true, value: null })
    await folder().book(booking)
    await folder().cancel(ended)
    await folder().cancel(ended)
    expect(mails).toHaveLength(4)
  })

  it('is in them again when it is booked again', async () => {
    await folder().book(booking)
    await folder().cancel(ended)
    await folder().book(booking)
    for (const line of ['METHOD:PUBLISH', 'SEQUENCE:2']) expect(await text()).toContain(line)
    expect(mails.slice(4).map(({ to }) => to)).toEqual(['ada', 'cy'])
  })
})
