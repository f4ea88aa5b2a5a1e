import * as z from 'zod/mini'

import type { Attendee, Booking } from '#core/meetings/meetings.ts'

import { answered } from '../client/fault.ts'
import type { Answered, GraphFault } from '../client/fault.ts'
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

type Hosts = {
  readonly organiser: string
  readonly tenantId: string
  /** Told of each who was invited to let others in, and whom Teams does not take for it. */
  readonly refused: (fault: GraphFault) => void
}

/**
 * Who may let others in, told to Teams: the mailbox that organises is nobody who could. Teams takes accounts of the
 * organiser's own directory, guests among them; one whom it refuses is left out alone. Gives how many there are.
 */
export async function nameHosts(
  graph: Graph,
  { organiser, tenantId, refused }: Hosts,
  id: string,
  { attendees, hosts }: Booking,
): Promise<Answered<number>> {
  const tell = (of: readonly Attendee[]) => {
    const named = of.map(({ person, account }) => ({
      identity: { user: { id: account?.aadId ?? '' } },
      role: hosts.includes(person) ? 'coorganizer' : 'attendee',
    }))
    return graph.tell(patch(organiser, id, { participants: { attendees: named } }))
  }
  const known = attendees.filter(({ account }) => account?.tenantId === tenantId)
  const able = known.filter(({ person }) => hosts.includes(person))
  if (able.length === 0) return answered(0)
  const all = await tell(known)
  if (all.ok) return answered(able.length)
  if (!isRefusal(all.fault)) return all
  // It does not say whom it refuses: each is tried beside those who were taken.
  let taken: readonly Attendee[] = []
  for (const host of able) {
    const more = await tell([...taken, host])
    if (more.ok) taken = [...taken, host]
    else if (isRefusal(more.fault)) refused(more.fault)
    else return more
  }
  return answered(taken.length)
}

/** An account that is not there any more, or that cannot be a host. */
function isRefusal({ reason }: GraphFault): boolean {
  return reason === 'refused' || reason === 'not-there'
}

/** Closes the lobby: everybody waits in it. Said before anything else about the meeting. */
export function lock(graph: Graph, organiser: string, id: string) {
  return graph.tell(patch(organiser, id, { ...LOCKED, ...lobby('organizer') }))
}

/**
 * Without any host nobody could open the lobby: then those who were invited come in by themselves, and nobody else.
 */
export function letInvitedIn(graph: Graph, organiser: string, id: string) {
  return graph.tell(patch(organiser, id, lobby('invited')))
}

function lobby(scope: 'organizer' | 'invited') {
  return { lobbyBypassSettings: { scope, isDialInBypassEnabled: false } } as const
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
