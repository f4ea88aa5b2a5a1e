import type { PersonId } from '#core/ids.ts'
import { guestSchema } from '#core/people/access/commands.ts'
import { boundView, directoryView } from '#core/people/access/views.ts'
import { planGuest, setAccount } from '#core/people/let-in.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import { findMail } from '#store/addresses.ts'
import { findPersonByEntraId } from '#store/people.ts'
import { answeredBefore, run } from '#store/run.ts'

import { endpoint } from '../../endpoint.ts'

/** A letter finds half of a council. */
const SHORTEST = 2

/** The organisation's directory, searched as the person who searches. */
export const directoryEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/directory',
    summary: 'Finds accounts of the organisation by name or mail address, for somebody who has none here yet',
    input: null,
    output: directoryView,
    query: ['q'],
    touches: 'person',
    may: 'letIn',
    run: async ({ look, outside, bearer, query }) => {
      if (!(await look(async ({ actor }) => may.letIn(actor)))) return refused('not-yours-to-choose')
      if (!outside.directory) return refused('no-directory')
      const words = query['q']?.trim() ?? ''
      const invites = outside.directory.invite !== undefined
      if (words.length < SHORTEST) return ok({ body: { items: [], invites } })
      const found = await outside.directory.search(bearer, words)
      if (!found.ok) return found
      const items = await look(({ trx }) =>
        Promise.all(
          found.value.map(async ({ isGuest: guest, ...account }) => ({
            ...account,
            guest,
            taken: (await findPersonByEntraId(trx, account.tenantId, account.aadId)) !== undefined,
          })),
        ),
      )
      return ok({ body: { items, invites } })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/people/:id/guest-account',
    summary: 'Makes somebody of another organisation a guest of this one, for an agency; a mail asks them',
    input: guestSchema,
    output: boundView,
    touches: 'person',
    may: 'letIn',
    run: async ({ running, outside, request, params, input }) => {
      const said = { person: params['id'] as PersonId, agency: input.agency }
      const before = await answeredBefore(running, request, setAccount, said)
      if (before) return before.ok ? ok({ body: before.value, status: 201 }) : before
      const planned = await run(running, { ...request, key: null }, planGuest, said)
      if (!planned.ok) return planned
      if (!outside.directory?.invite) return refused('no-directory')
      const mail = await findMail(running, said.person)
      if (mail === undefined) return refused('no-mail-address')
      const invited = await outside.directory.invite({ name: planned.value.name, mail })
      if (!invited.ok) return invited
      const result = await run(running, request, setAccount, { ...said, ...invited.value }, said)
      return result.ok ? ok({ body: result.value, status: 201 }) : result
    },
  }),
]
