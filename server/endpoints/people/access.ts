import { createHash, randomBytes } from 'node:crypto'

import { dayOf } from '#core/calendar/moment.ts'
import { inWords, momentInWords } from '#core/calendar/words.ts'
import type { PersonId } from '#core/ids.ts'
import { accountSchema, attestSchema, inviteSchema } from '#core/people/access/commands.ts'
import { accessView, attestedView, boundView, invitedView } from '#core/people/access/views.ts'
import { invitationUntil } from '#core/people/accounts.ts'
import { attestGuest, inviteToJoin, setAccount } from '#core/people/let-in.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import { viewAccess, viewMailed } from '#store/access-view.ts'
import { momentOf } from '#store/clock.ts'
import { run } from '#store/run.ts'

import { endpoint } from '../../endpoint.ts'
import { mailInvitation, whoInvites } from '../../work/mail-invitation.ts'

/** How people come in: for the partnership alone. */
export const accessEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/people/:id/access',
    summary: 'How somebody comes in: their account, an invitation, their time as a guest',
    input: null,
    output: accessView,
    touches: 'person',
    may: 'letIn',
    run: async ({ look, params, running }) => {
      const now = momentOf(running.realNow())
      const body = await look((seen) => viewAccess(seen, params['id'] as PersonId, now))
      return body ? ok({ body }) : refused('no-such-person-here')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/people/:id/invitation',
    summary:
      'Makes a link by which somebody joins with their own account, once, within 14 days; sends it if wanted',
    input: inviteSchema,
    output: invitedView,
    touches: 'person',
    may: 'letIn',
    run: async ({ running, outside, request, look, params, input }) => {
      const person = params['id'] as PersonId
      const code = randomBytes(32).toString('base64url')
      const path = `/join/${code}`
      const hash = hashOfCode(code)
      const madeAt = momentOf(running.realNow())
      const today = dayOf(madeAt)
      const byMail = input.byMail === true
      const asked = { person, agency: input.agency, byMail }
      const said = { ...asked, hash, madeAt, until: invitationUntil(madeAt) }
      const inviter = byMail ? await whoInvites(running, request.person) : undefined
      // A link to be copied has no key: a second try makes another one. Under the key of a mail its hash is kept, by
      // which a second try sees that it is one: it sends nothing, and there is no link any more to show.
      const once = byMail ? request : { ...request, key: null }
      const result = await run(running, once, inviteToJoin, said, asked)
      if (!result.ok) return result
      const { hash: kept, until } = result.value
      const good = inWords(dayOf(until), today)
      if (!inviter) return ok({ body: { path, until: good, mailed: null, replaced: false }, status: 201 })
      if (kept !== hash) {
        const mailed = await look((seen) => viewMailed(seen, { person, hash: kept, today }))
        const replaced = mailed === undefined
        return ok({ body: { path: null, until: good, mailed: mailed ?? null, replaced }, status: 201 })
      }
      const { invitations } = outside
      const { came, isReplaced } = await mailInvitation(running, invitations, request, inviter, {
        person,
        path,
        hash,
        until,
      })
      return ok({
        body: {
          path: isReplaced ? null : path,
          until: good,
          mailed: { came, at: momentInWords(madeAt, today) },
          replaced: isReplaced,
        },
        status: 201,
      })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/people/:id/account',
    summary: 'Says which account of the directory somebody has',
    input: accountSchema,
    output: boundView,
    touches: 'person',
    may: 'letIn',
    run: async ({ running, request, look, outside, bearer, params, input }) => {
      const { directory } = outside
      // Whether somebody is a guest is the directory's word, not that of whoever chose them.
      if (directory && input.agency === null && (await look(async ({ actor }) => may.letIn(actor)))) {
        const found = await directory.find(bearer, input.aadId)
        if (!found.ok) return found
        if (found.value.some(({ isGuest }) => isGuest)) return refused('guest-needs-agency')
      }
      const result = await run(running, request, setAccount, { ...input, person: params['id'] as PersonId })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/people/:id/guest',
    summary: 'A guest still works on this, for 90 more days; does not, from now on; or is no guest any more',
    input: attestSchema,
    output: attestedView,
    touches: 'person',
    may: 'letIn',
    run: async ({ running, request, params, input }) => {
      const result = await run(running, request, attestGuest, { ...input, person: params['id'] as PersonId })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
]

/** A code has 256 random bits: its plain hash tells nobody what it was. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
