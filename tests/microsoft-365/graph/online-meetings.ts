import { randomUUID } from 'node:crypto'

import { no, yes } from './stand-in.ts'
import type { Area } from './stand-in.ts'

/** A Teams meeting with its options, as they were set. */
export type KeptMeeting = {
  readonly id: string
  readonly organiser: string
  readonly joinWebUrl: string
  readonly chatInfo: { readonly threadId: string }
  readonly [option: string]: unknown
}

export type MeetingsArea = Area & {
  meetings(): readonly KeptMeeting[]
  make(organiser: string): string
  /** Whether a meeting has this chat. */
  hasChat(chat: string): boolean
  /** This account can't let others in: Teams does not know it. */
  strange(account: string): void
}

type Named = { readonly identity?: { readonly user?: { readonly id?: string } }; readonly role: string }
type Participants = {
  readonly participants?: { readonly attendees?: readonly Named[] }
}

/** Teams meetings: found by their link alone (onlinemeeting-get), changed one option at a time (onlinemeeting-update). */
export function teamsMeetings(): MeetingsArea {
  const meetings = new Map<string, KeptMeeting>()
  const strangers = new Set<string>()
  const isKnown = ({ identity }: Named): boolean =>
    identity?.user?.id !== undefined && identity.user.id !== '' && !strangers.has(identity.user.id)
  return {
    operations: {
      'users.ListOnlineMeetings': ({ params, query }) => {
        const url = /^JoinWebUrl eq '(.+)'$/.exec(query.get('$filter') ?? '')?.[1]
        if (url === undefined) return no(400, 'BadRequest')
        const found = [...meetings.values()].filter(
          ({ joinWebUrl, organiser }) => joinWebUrl === url && organiser === params['user-id'],
        )
        return yes({ value: found.map(shown) })
      },
      'users.UpdateOnlineMeetings': ({ params, body }) => {
        const meeting = meetings.get(params['onlineMeeting-id'] ?? '')
        if (!meeting || meeting.organiser !== params['user-id']) return no(404, 'NotFound')
        const named = (body as Participants).participants?.attendees ?? []
        if (!named.every(isKnown)) return no(400, 'BadRequest')
        const changed: KeptMeeting = { ...meeting, ...(body as object) }
        meetings.set(meeting.id, changed)
        return yes(shown(changed))
      },
    },
    meetings: () => [...meetings.values()],
    hasChat: (chat) => [...meetings.values()].some(({ chatInfo }) => chatInfo.threadId === chat),
    make: (organiser) => {
      const id = `MSo-${randomUUID()}`
      const threadId = `19:meeting_${randomUUID()}@thread.v2`
      // As Teams makes them: with signs that have to be encoded as one value.
      const joinWebUrl = `https://teams.example/l/meetup-join/${encodeURIComponent(threadId)}/0?context=%7b%22Tid%22%3a%22t%22%7d`
      meetings.set(id, { id, organiser, joinWebUrl, chatInfo: { threadId } })
      return joinWebUrl
    },
    strange: (account) => void strangers.add(account),
  }
}

function shown(meeting: KeptMeeting): object {
  return Object.fromEntries(Object.entries(meeting).filter(([name]) => name !== 'organiser'))
}
