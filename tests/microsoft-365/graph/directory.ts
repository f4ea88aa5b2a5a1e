import { randomUUID } from 'node:crypto'

import { no, yes } from './stand-in.ts'
import type { Area } from './stand-in.ts'

export type KeptUser = {
  readonly id: string
  readonly displayName: string
  readonly mail: string | null
  readonly userPrincipalName: string
  readonly jobTitle: string | null
}

type Invitation = {
  readonly invitedUserEmailAddress: string
  readonly invitedUserDisplayName?: string
  readonly inviteRedirectUrl: string
  readonly sendInvitationMessage?: boolean
}

export type DirectoryArea = Area & { readonly invited: readonly Invitation[] }

/**
 * The directory, searched in its copy (`ConsistencyLevel: eventual`, advanced queries): each clause finds the
 * beginning of a word of the name, or of the address. Whoever is invited again is the same guest, who gets another mail
 * (invitation-post); some signs stand in no address.
 */
export function theDirectory(users: readonly KeptUser[]): DirectoryArea {
  const guests = new Map<string, string>()
  const invited: Invitation[] = []
  return {
    invited,
    operations: {
      'invitations.invitation.CreateInvitation': ({ body }) => {
        const invitation = body as Invitation
        const { invitedUserEmailAddress: mail } = invitation
        if (!/^[\w.-]+@[\w.-]+$/.test(mail)) return no(400, 'BadRequest')
        const id = guests.get(mail) ?? randomUUID()
        guests.set(mail, id)
        invited.push(invitation)
        return yes({ id: randomUUID(), ...invitation, status: 'PendingAcceptance', invitedUser: { id } }, 201)
      },
      'users.user.ListUser': ({ query, headers }) => {
        const id = /^id eq '([^']+)'$/.exec(query.get('$filter') ?? '')?.[1]
        if (id !== undefined) return yes({ value: users.filter((user) => user.id === id) })
        const search = query.get('$search')
        if (search === null || headers['consistencylevel'] !== 'eventual')
          return no(400, 'Request_BadRequest')
        const clauses = search.split(' AND ').map((each) => /^"(displayName|mail):([^"]+)"$/.exec(each))
        if (clauses.some((clause) => clause === null)) return no(400, 'Request_BadRequest')
        const found = users.filter((user) =>
          clauses.every((clause) => {
            const [, field, begins = ''] = clause ?? []
            const text = (field === 'mail' ? user.mail : user.displayName) ?? ''
            return text
              .toLowerCase()
              .split(/\s+/)
              .some((word) => word.startsWith(begins.toLowerCase()))
          }),
        )
        return yes({ value: found.slice(0, Number(query.get('$top') ?? 100)) })
      },
    },
  }
}
