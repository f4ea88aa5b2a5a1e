import * as z from 'zod/mini'

import type { Booking } from '#core/meetings/meetings.ts'

import type { Answered } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'

const meetingSchema = z.object({
  id: z.string().check(z.minLength(1)),
  chatInfo: z.nullish(z.object({ threadId: z.nullish(z.string()) })),
})
export type OnlineMeeting = z.infer<typeof meetingSchema>

/** The Teams meeting behind an event: another resource, found by the link by which one joins it. */
export async function meetingAt(
  graph: Graph,
  organiser: string,
  joinUrl: string,
): Promise<Answered<OnlineMeeting | undefined>> {
  const found = await graph.all(
    {
      method: 'GET',
      path: at`/users/${organiser}/onlineMeetings`,
      query: { $filter: `JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'` },
    },
    meetingSchema,
    1,
  )
  return found.ok ? { ok: true, value: found.value[0] } : found
}

/** Everybody waits in the lobby, nothing is recorded, and what was said before is not shown to who comes later. */
const LOCKED = {
  allowedPresenters: 'organizer',
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
  allowRecording: false,
  allowTranscription: false,
  recordAutomatically: false,
  allowMeetingChat: 'limited',
  shareMeetingChatHistoryDefault: 'none',
  isEntryExitAnnounced: true,
} as const

/** What some licences do not have: the meeting is held without it. */
const WHERE_LICENSED = { allowCopyingAndSharingMeetingContent: false } as const

/** Who may let others in, told to Teams: the mailbox that organises is nobody who could. */
export function nameHosts(graph: Graph, organiser: string, id: string, booking: Booking) {
  const attendees = booking.attendees.map(({ person, mail }) => ({
    upn: mail,
    role: booking.hosts.includes(person) ? 'coorganizer' : 'attendee',
  }))
  return graph.tell(patch(organiser, id, { participants: { attendees } }))
}

/**
 * The options of the meeting. Without a host nobody could open the lobby: then those who were invited come in by
 * themselves, and nobody else.
 */
export function lock(graph: Graph, organiser: string, id: string, hasHosts: boolean) {
  const scope = hasHosts ? 'organizer' : 'invited'
  const lobbyBypassSettings = { scope, isDialInBypassEnabled: false }
  return graph.tell(patch(organiser, id, { ...LOCKED, lobbyBypassSettings }))
}

export function lockMore(graph: Graph, organiser: string, id: string) {
  return graph.tell(patch(organiser, id, WHERE_LICENSED))
}

/** Said twice it is the same. */
function patch(organiser: string, id: string, body: object) {
  return {
    method: 'PATCH',
    path: at`/users/${organiser}/onlineMeetings/${id}`,
    body,
    isSafe: true,
  } as const
}
