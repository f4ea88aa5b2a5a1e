import * as z from 'zod/mini'

import type { Directory } from '#core/people/directory.ts'
import { ok, refused } from '#core/result.ts'

import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'

const invited = z.object({ invitedUser: z.object({ id: z.string().check(z.minLength(1)) }) })

/** Guests of the organisation, as the product: it asks for `User.Invite.All` only where an administrator wants that. */
export function inviting(graph: Graph, tenantId: string, comeTo: string): NonNullable<Directory['invite']> {
  return async ({ name, mail }) => {
    const made = await graph.ask(
      {
        method: 'POST',
        path: at`/invitations`,
        body: {
          invitedUserEmailAddress: mail,
          invitedUserDisplayName: name,
          inviteRedirectUrl: comeTo,
          sendInvitationMessage: true,
        },
        // Not safe to say twice: they would be the same guest, but each time asked by a mail of its own.
      },
      invited,
    )
    return made.ok ? ok({ tenantId, aadId: made.value.invitedUser.id }) : refused('guest-not-invited')
  }
}
