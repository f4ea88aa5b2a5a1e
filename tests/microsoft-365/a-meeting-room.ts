import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PersonId, RoundId } from '#core/ids.ts'
import type { Attendee, Booking, Meetings } from '#core/meetings/meetings.ts'
import { graphMeetings } from '#graph/meetings/meetings.ts'
import type { MeetingIncident } from '#graph/meetings/meetings.ts'
import type { Fault } from '#tests/faults/proxy.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { aCalendar } from './graph/calendar.ts'
import type { CalendarArea } from './graph/calendar.ts'
import { teamsChats } from './graph/chats.ts'
import type { ChatsArea } from './graph/chats.ts'
import { teamsMeetings } from './graph/online-meetings.ts'
import type { MeetingsArea } from './graph/online-meetings.ts'

export const ORGANISER = 'panel-meetings@partnership.example'
export const APP = 'app-of-the-catalogue'
export const HOME = 'https://cases.example.org'

export const TENANT_ID = 'tenant-Test'

const person = (id: string, name: string): Attendee => ({
  person: id as PersonId,
  name,
  mail: `${id}@agency.example`,
  account: { tenantId: TENANT_ID, aadId: `account-of-${id}` },
})
export const [ada, cy, eve] = [
  person('ada', 'Ada Lead-Test'),
  person('cy', 'Cy Chair-Test'),
  person('eve', 'Eve Education-Test'),
] as const

/** Panel day of a round in summer; what is said changes it. */
export function aBooking(said: Partial<Booking> = {}, on = '2018-06-06'): Booking {
  return {
    id: 'panel-day-r2',
    kind: 'panel-day',
    round: { id: 'r2' as RoundId, code: 'N-2018-2' },
    from: momentAt(day(on), '09:30'),
    to: momentAt(day(on), '16:30'),
    attendees: [ada, cy],
    hosts: [cy.person],
    ...said,
  }
}

export type MeetingRoom = {
  readonly tenant: Tenant
  readonly calendar: CalendarArea
  readonly teams: MeetingsArea
  readonly chats: ChatsArea
  readonly meetings: Meetings
  readonly incidents: MeetingIncident[]
  /** The next calls of a step go wrong, as often as they are tried by themselves. */
  fail(step: Step, fault: Fault): void
  close(): Promise<void>
}

/** The steps of a booking, by the calls that they are. */
export const STEPS = {
  'looking for the event': /^GET \/v1\.0\/users\/[^/]+\/events\?/,
  'making the event': /^POST \/v1\.0\/users\/[^/]+\/events$/,
  'moving the event': /^PATCH \/v1\.0\/users\/[^/]+\/events\/[^/]+$/,
  'finding the meeting': /^GET \/v1\.0\/users\/[^/]+\/onlineMeetings\?/,
  'naming the hosts': /^PATCH .*\/onlineMeetings\/[^ ]+ .*"participants"/s,
  'closing the lobby': /^PATCH .*\/onlineMeetings\/[^ ]+ .*"lobbyBypassSettings"/s,
  'what a licence may lack': /^PATCH .*\/onlineMeetings\/[^ ]+ .*"allowCopyingAndSharing/s,
  'bringing in the app': /^POST \/v1\.0\/chats\/[^/]+\/installedApps$/,
  'looking for the tab': /^GET \/v1\.0\/chats\/[^/]+\/tabs\?/,
  'making the tab': /^POST \/v1\.0\/chats\/[^/]+\/tabs$/,
} as const
export type Step = keyof typeof STEPS

export async function aMeetingRoom(teamsApp: string | null = APP): Promise<MeetingRoom> {
  const teams = teamsMeetings()
  const calendar = aCalendar({ organiser: ORGANISER, makeMeeting: teams.make })
  const chats = teamsChats([APP], teams.hasChat)
  const tenant = await aTenant({ areas: () => [calendar, teams, chats] })
  const incidents: MeetingIncident[] = []
  const meetings = graphMeetings(tenant.open(), {
    organiser: ORGANISER,
    tenantId: TENANT_ID,
    home: HOME,
    ...(teamsApp !== null && { teamsApp }),
    pause: () => Promise.resolve(),
    report: (incident) => void incidents.push(incident),
  })
  return {
    tenant,
    calendar,
    teams,
    chats,
    meetings,
    incidents,
    fail: (step, fault) => {
      // A second tab would be another one: it is not tried again by itself.
      const times = step === 'making the tab' ? 1 : 3
      const called = STEPS[step]
      const match = ({ method, path, body }: { method: string; path: string; body: string }): boolean => {
        const line = `${method} ${path}`
        return called.flags.includes('s') ? called.test(`${line} ${body}`) : called.test(line)
      }
      tenant.wayToGraph.script({ match, times, fault })
    },
    close: tenant.close,
  }
}
