import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { Booked } from '#core/meetings/meetings.ts'

import { aBooking, ada, aMeetingRoom, cy, eve, HOME, STEPS } from './a-meeting-room.ts'
import type { MeetingRoom, Step } from './a-meeting-room.ts'
import { contractIsHere } from './graph/contract.ts'

let room: MeetingRoom
const booked = async (booking = aBooking()): Promise<Booked> => {
  const result = await room.meetings.book(booking)
  if (!result.ok) throw new Error(`not booked: ${JSON.stringify(room.incidents)}`)
  return result.value
}

describe.skipIf(!contractIsHere)('panel day in Exchange and Teams', () => {
  beforeEach(async () => {
    room = await aMeetingRoom()
  })
  afterEach(() => room.close())

  it('is a private event under the round’s code, which says nothing of a child and names nobody', async () => {
    await booked()
    const [event] = room.calendar.events()
    expect(event).toMatchObject({
      subject: 'Panel day, round N-2018-2',
      sensitivity: 'private',
      isOnlineMeeting: true,
    })
    expect(event?.body.content).toContain(`${HOME}/rounds/r2/panel`)
    expect(`${event?.subject} ${event?.body.content}`).not.toMatch(/test|ada|cy|agency\.example/i)
    expect(room.calendar.told).toEqual([{ what: 'invited', to: [ada.mail, cy.mail] }])
  })

  it.each([
    ['in summer', '2018-06-06'],
    ['in winter', '2018-12-05'],
    ['on the day on which summer time begins', '2027-03-28'],
    ['on the day on which it ends', '2027-10-31'],
  ])('%s begins at the time of the clock on the wall', async (_, on) => {
    await booked(aBooking({}, on))
    expect(room.calendar.events()[0]).toMatchObject({
      start: { dateTime: `${on}T09:30:00`, timeZone: 'GMT Standard Time' },
      end: { dateTime: `${on}T16:30:00`, timeZone: 'GMT Standard Time' },
    })
  })

  it('has a lobby that only its hosts open, and nothing of it is recorded', async () => {
    await booked()
    expect(room.teams.meetings()).toMatchObject([
      {
        lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: false },
        allowedLobbyAdmitters: 'organizerAndCoOrganizers',
        allowRecording: false,
        allowTranscription: false,
        recordAutomatically: false,
        allowMeetingChat: 'limited',
        participants: {
          attendees: [
            { identity: { user: { id: ada.account?.aadId } }, role: 'attendee' },
            { identity: { user: { id: cy.account?.aadId } }, role: 'coorganizer' },
          ],
        },
      },
    ])
  })

  it('is opened by the hosts whom Teams takes, when it refuses one of them', async () => {
    room.teams.strange(eve.account?.aadId ?? '')
    await booked(aBooking({ attendees: [ada, eve, cy], hosts: [eve.person, cy.person] }))
    expect(room.teams.meetings()).toMatchObject([
      {
        lobbyBypassSettings: { scope: 'organizer' },
        participants: { attendees: [{ identity: { user: { id: cy.account?.aadId } }, role: 'coorganizer' }] },
      },
    ])
    expect(room.incidents).toMatchObject([{ step: 'hosts', stands: true }])
  })

  it.each([
    ['is known by mail alone', null],
    ['has an account elsewhere', { tenantId: 'another-Test', aadId: 'account-of-eve' }],
  ])('asks nobody to open it who %s', async (_, account) => {
    await booked(aBooking({ attendees: [{ ...eve, account }, cy], hosts: [eve.person, cy.person] }))
    expect(room.teams.meetings()).toMatchObject([
      {
        lobbyBypassSettings: { scope: 'organizer' },
        participants: { attendees: [{ identity: { user: { id: cy.account?.aadId } } }] },
      },
    ])
    expect(room.incidents).toEqual([])
  })

  it('lets in who was invited, and nobody else, when there is no host whom Teams takes', async () => {
    room.teams.strange(cy.account?.aadId ?? '')
    await booked()
    expect(room.teams.meetings()).toMatchObject([{ lobbyBypassSettings: { scope: 'invited' } }])
    expect(room.incidents).toMatchObject([
      { step: 'hosts', stands: true },
      { step: 'hosts', stands: true },
    ])
    // What the invitation says holds then, too.
    expect(room.calendar.events()[0]?.body.content).toContain('You may have to wait in the lobby')
  })

  it('is closed before anything else is said about it', async () => {
    room.fail('naming the hosts', { kind: 'answer', status: 503, retryAfter: 0 })
    expect(await booked()).toMatchObject({ joinUrl: null, lacks: 'lock' })
    expect(room.teams.meetings()).toMatchObject([{ lobbyBypassSettings: { scope: 'organizer' } }])
  })

  it('shows the panel’s page in its side panel', async () => {
    await booked()
    const url = `${HOME}/rounds/r2/panel`
    expect([...room.chats.chats.values()].flatMap(({ tabs }) => tabs)).toMatchObject([
      {
        displayName: 'Panel day',
        configuration: { entityId: 'round:r2', contentUrl: url, websiteUrl: url },
      },
    ])
  })

  it('gives the link by which one joins, also when Teams makes it a little later', async () => {
    room.calendar.linkAfter(3)
    const { joinUrl } = await booked()
    expect(joinUrl).toBe(room.teams.meetings()[0]?.joinWebUrl)
  })

  it('is not locked while there is no link, and has gone out once when there is one', async () => {
    room.calendar.linkAfter(Infinity)
    expect(await booked()).toMatchObject({ joinUrl: null, lacks: 'lock' })
    expect(room.incidents).toMatchObject([{ step: 'link', stands: true }])
    room.calendar.linkAfter(0)
    await booked()
    expect(room.calendar.told).toHaveLength(1)
  })

  it('is not doubled, and nobody is told again, when the same is booked again', async () => {
    const first = await booked()
    expect(await booked(aBooking({ eventId: first.eventId }))).toEqual(first)
    expect(await booked()).toEqual(first)
    expect(room.calendar.events()).toHaveLength(1)
    expect(room.calendar.told).toHaveLength(1)
    expect([...room.chats.chats.values()].map(({ tabs }) => tabs.length)).toEqual([1])
  })

  it('is one event when it is booked from two screens at once', async () => {
    const [one, other] = await Promise.all([booked(), booked()])
    expect(one.eventId).toBe(other.eventId)
    expect(room.calendar.told).toHaveLength(1)
  })
})

describe.skipIf(!contractIsHere)('a panel day that is moved', () => {
  beforeEach(async () => {
    room = await aMeetingRoom()
  })
  afterEach(() => room.close())

  it('is the same event at another time; its body, by which one joins, is not touched', async () => {
    const { eventId, joinUrl } = await booked()
    const from = momentAt(day('2018-06-06'), '10:00')
    expect(await booked(aBooking({ eventId, from }))).toEqual({ eventId, joinUrl })
    expect(room.calendar.events()).toMatchObject([
      { id: eventId, start: { dateTime: '2018-06-06T10:00:00' } },
    ])
    expect(room.calendar.told.slice(1)).toEqual([{ what: 'updated', to: [ada.mail, cy.mail] }])
    const moved = room.tenant.wayToGraph.calls.find(
      ({ method, path }) => method === 'PATCH' && path.includes('/events/'),
    )
    expect(Object.keys(JSON.parse(moved?.body ?? '{}') as object).toSorted()).toEqual(['end', 'start'])
  })

  it('tells those who are new, and those who are not expected any more, when its panel has changed', async () => {
    const { eventId } = await booked()
    await booked(aBooking({ eventId, attendees: [ada, eve] }))
    expect(room.calendar.told.slice(1)).toEqual([
      { what: 'cancelled', to: [cy.mail] },
      { what: 'invited', to: [eve.mail] },
    ])
  })

  it('is found by what it was made for when its name in the calendar is known no more', async () => {
    const { eventId } = await booked()
    const again = await booked(aBooking({ eventId: 'a name from before' }))
    expect(again.eventId).toBe(eventId)
  })

  it('is made anew when somebody took it out of the calendar by hand', async () => {
    const { eventId } = await booked()
    room.calendar.lose(eventId)
    const again = await booked(aBooking({ eventId }))
    expect(again.eventId).not.toBe(eventId)
    expect(room.calendar.events()).toHaveLength(1)
  })
})

/** What has to be there before it counts as booked, and what may come later. */
const NEEDED: readonly Step[] = ['looking for the event', 'making the event']
const TO_LOCK: readonly Step[] = ['finding the meeting', 'closing the lobby', 'naming the hosts']
const BESIDE: readonly Step[] = ['bringing in the app', 'looking for the tab', 'making the tab']
const LICENCE: Step = 'what a licence may lack'
const FAULTS = [
  ['says that it is down', { kind: 'answer', status: 503, retryAfter: 0 }],
  ['breaks before it takes effect', { kind: 'cut-before' }],
  ['takes effect and breaks', { kind: 'cut-after' }],
] as const

function whole(): void {
  expect(room.calendar.events()).toHaveLength(1)
  expect(room.calendar.told).toEqual([{ what: 'invited', to: [ada.mail, cy.mail] }])
  expect(room.teams.meetings()).toMatchObject([{ lobbyBypassSettings: { scope: 'organizer' } }])
  expect([...room.chats.chats.values()].map(({ tabs }) => tabs.length)).toEqual([1])
}

describe.skipIf(!contractIsHere)('a booking that breaks off', () => {
  beforeEach(async () => {
    room = await aMeetingRoom()
  })
  afterEach(() => room.close())

  it('has a row for every step', () => {
    expect([...NEEDED, ...TO_LOCK, LICENCE, ...BESIDE, 'moving the event'].toSorted()).toEqual(
      Object.keys(STEPS).toSorted(),
    )
  })

  it.each(NEEDED.flatMap((step) => FAULTS.map(([how, fault]) => ({ step, how, fault }))))(
    'at $step, which $how: it is not booked, and the next try goes on from there',
    async ({ step, fault }) => {
      room.fail(step, fault)
      expect(await room.meetings.book(aBooking())).toEqual({ ok: false, reason: 'calendar-not-reachable' })
      expect(room.incidents).toMatchObject([{ stands: false }])
      expect(room.calendar.told.filter(({ what }) => what === 'cancelled')).toEqual([])
      await booked()
      whole()
    },
  )

  it.each(
    [
      ...TO_LOCK.map((step) => ({ step, lacks: 'lock' })),
      { step: LICENCE, lacks: undefined },
      ...BESIDE.map((step) => ({ step, lacks: 'side-panel' })),
    ].flatMap((row) => FAULTS.map(([how, fault]) => ({ ...row, how, fault }))),
  )(
    'at $step, which $how: the invitations are out, what it lacks is said, and booked again it is whole',
    async ({ step, lacks, fault }) => {
      room.fail(step, fault)
      const first = await booked()
      expect(first.lacks).toBe(lacks)
      expect(first.joinUrl === null).toBe(lacks === 'lock')
      expect(room.incidents).toMatchObject([{ stands: true }])
      expect(await booked(aBooking({ eventId: first.eventId }))).not.toHaveProperty('lacks')
      whole()
    },
  )

  it.each(FAULTS)('when it is moved, and the calendar %s', async (_, fault) => {
    const { eventId } = await booked()
    const moved = aBooking({ eventId, from: momentAt(day('2018-06-06'), '10:00') })
    room.fail('moving the event', fault)
    expect(await room.meetings.book(moved)).toEqual({ ok: false, reason: 'calendar-not-reachable' })
    await booked(moved)
    expect(room.calendar.events()).toMatchObject([{ start: { dateTime: '2018-06-06T10:00:00' } }])
  })
})

describe.skipIf(!contractIsHere)('without an app in the organisation’s catalogue', () => {
  it('a meeting is booked and has no side panel', async () => {
    room = await aMeetingRoom(null)
    await booked()
    expect(room.incidents).toEqual([])
    expect(room.chats.chats.size).toBe(0)
    await room.close()
  })
})
