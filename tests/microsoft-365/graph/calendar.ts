import { randomUUID } from 'node:crypto'

import { no, yes } from './stand-in.ts'
import type { Area, GraphAnswer, GraphRequest } from './stand-in.ts'

type Time = { readonly dateTime: string; readonly timeZone: string }
type Guest = { readonly emailAddress: { readonly address: string; readonly name?: string } }
type Property = { readonly id: string; readonly value: string }

/** An event in the organiser's calendar. */
export type KeptEvent = {
  readonly id: string
  readonly mailbox: string
  readonly subject: string
  readonly sensitivity: string
  readonly body: { readonly content: string }
  readonly start: Time
  readonly end: Time
  readonly attendees: readonly Guest[]
  readonly isOnlineMeeting: boolean
  readonly transactionId: string | null
  readonly properties: readonly Property[]
  readonly joinUrl: string | null
  /** It was called off, and lies in the deleted items. */
  readonly isCancelled: boolean
}

/** What Exchange tells by mail, and to whom. */
export type Told = { readonly what: 'invited' | 'updated' | 'cancelled'; readonly to: readonly string[] }

export type CalendarArea = Area & {
  events(): readonly KeptEvent[]
  readonly told: readonly Told[]
  /** So many readings later the link is there; without end: never. */
  linkAfter(readings: number): void
  /** Somebody takes it out of the calendar by hand. */
  lose(id: string): void
  /** Exchange refuses to cancel anything, for reasons of its own. */
  refuseToCancel(does: boolean): void
}

type Options = {
  readonly organiser: string
  /** Teams makes a meeting for an event. Gives its link. */
  readonly makeMeeting: (organiser: string) => string
}

type Sent = Partial<Omit<KeptEvent, 'id' | 'mailbox' | 'joinUrl' | 'properties' | 'isCancelled'>> & {
  readonly singleValueExtendedProperties?: readonly Property[]
}

/**
 * Exchange's calendar of one mailbox, by its documentation: a transaction that is known is not made twice
 * (event resource), attendees are replaced as a whole and only who changed is told, and an event whose body is
 * written loses its online meeting (event-update), cancelling moves it to the deleted items (event-cancel), where it is
 * still found by its id and not cancelled again.
 */
export function aCalendar({ organiser, makeMeeting }: Options): CalendarArea {
  const events = new Map<string, KeptEvent>()
  const told: Told[] = []
  let readingsToLink = 0
  let isStubborn = false

  const inCalendar = (): readonly KeptEvent[] =>
    [...events.values()].filter(({ isCancelled }) => !isCancelled)

  const mine = (request: GraphRequest, act: () => GraphAnswer): GraphAnswer =>
    request.params['user-id'] === organiser ? act() : no(403, 'ErrorAccessDenied')

  const known = (request: GraphRequest, act: (event: KeptEvent) => GraphAnswer): GraphAnswer =>
    mine(request, () => {
      const event = events.get(request.params['event-id'] ?? '')
      return event ? act(event) : no(404, 'ErrorItemNotFound')
    })

  function shown(event: KeptEvent, { headers }: GraphRequest): object {
    const { id, subject, start, end, attendees, sensitivity, isOnlineMeeting, transactionId } = event
    const zone = /outlook\.timezone="([^"]+)"/.exec(String(headers['prefer']))?.[1]
    const inZone = (time: Time): Time =>
      zone === time.timeZone
        ? { ...time, dateTime: `${time.dateTime.slice(0, 19)}.0000000` }
        : { dateTime: 'not asked for in the zone in which it was said', timeZone: 'UTC' }
    return {
      id,
      subject,
      sensitivity,
      start: inZone(start),
      end: inZone(end),
      attendees,
      isOnlineMeeting,
      transactionId,
      isCancelled: event.isCancelled,
      onlineMeeting: event.joinUrl !== null && readingsToLink <= 0 ? { joinUrl: event.joinUrl } : null,
    }
  }

  return {
    operations: {
      'users.ListEvents': (request) =>
        mine(request, () => {
          const filter = request.query.get('$filter') ?? ''
          const wanted =
            /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '(.+)' and ep\/value eq '(.+)'\)$/.exec(
              filter,
            )
          if (!wanted) return no(400, 'ErrorInvalidUrlQueryFilter')
          const [, id, value = ''] = wanted
          const found = inCalendar().filter(({ properties }) =>
            properties.some((each) => each.id === id && each.value === value.replaceAll("''", "'")),
          )
          return yes({ value: found.map((event) => shown(event, request)) })
        }),
      'users.CreateEvents': (request) =>
        mine(request, () => {
          const said = request.body as Sent
          const already = [...events.values()].find(
            ({ transactionId }) => transactionId !== null && transactionId === said.transactionId,
          )
          if (already?.isCancelled === true) return no(409, 'ErrorDuplicateTransactionId')
          if (already) return yes(shown(already, request), 201)
          const event: KeptEvent = {
            id: `AAMk-${randomUUID()}`,
            mailbox: organiser,
            subject: said.subject ?? '',
            sensitivity: said.sensitivity ?? 'normal',
            body: said.body ?? { content: '' },
            start: said.start ?? { dateTime: '', timeZone: 'UTC' },
            end: said.end ?? { dateTime: '', timeZone: 'UTC' },
            attendees: said.attendees ?? [],
            isOnlineMeeting: said.isOnlineMeeting ?? false,
            transactionId: said.transactionId ?? null,
            properties: said.singleValueExtendedProperties ?? [],
            joinUrl: said.isOnlineMeeting ? makeMeeting(organiser) : null,
            isCancelled: false,
          }
          events.set(event.id, event)
          told.push({ what: 'invited', to: addressesOf(event) })
          return yes(shown(event, request), 201)
        }),
      'users.GetEvents': (request) =>
        known(request, (event) => {
          readingsToLink -= 1
          return yes(shown(event, request))
        }),
      'users.UpdateEvents': (request) =>
        known(request, (event) => {
          const said = request.body as Sent
          if (said.transactionId !== undefined) return no(400, 'ErrorInvalidRequest')
          const isMoved = said.start !== undefined || said.end !== undefined
          const before = addressesOf(event)
          const changed: KeptEvent = {
            ...event,
            ...(said.start && { start: said.start }),
            ...(said.end && { end: said.end }),
            ...(said.attendees && { attendees: said.attendees }),
            ...(said.body && { body: said.body, joinUrl: null, isOnlineMeeting: false }),
          }
          events.set(event.id, changed)
          const after = addressesOf(changed)
          const gone = before.filter((each) => !after.includes(each))
          const fresh = after.filter((each) => !before.includes(each))
          if (gone.length > 0) told.push({ what: 'cancelled', to: gone })
          if (fresh.length > 0) told.push({ what: 'invited', to: fresh })
          const stay = after.filter((each) => before.includes(each))
          if (isMoved && stay.length > 0) told.push({ what: 'updated', to: stay })
          return yes(shown(changed, request))
        }),
      'users.user.events.event.cancel': (request) =>
        known(request, (event) => {
          if (event.isCancelled || isStubborn) return no(400, 'ErrorInvalidRequest')
          events.set(event.id, { ...event, isCancelled: true })
          told.push({ what: 'cancelled', to: addressesOf(event) })
          // The documentation says 202, the contract 204: nothing is read of either.
          return { status: 204 }
        }),
    },
    events: inCalendar,
    told,
    linkAfter: (readings) => void (readingsToLink = readings),
    lose: (id) => void events.delete(id),
    refuseToCancel: (does) => void (isStubborn = does),
  }
}

function addressesOf({ attendees }: Pick<KeptEvent, 'attendees'>): readonly string[] {
  return attendees.map(({ emailAddress }) => emailAddress.address)
}
