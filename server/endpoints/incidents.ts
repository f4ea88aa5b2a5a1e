import type { IncidentId } from '#core/ids.ts'
import { settleSchema, withdrawSchema } from '#core/incidents/commands.ts'
import { settleIncident } from '#core/incidents/settle-incident.ts'
import {
  accessWithdrawn,
  incidentList,
  incidentSettled,
  incidentView,
  withdrawOptions,
} from '#core/incidents/views.ts'
import { withdrawAccess } from '#core/incidents/withdraw-access.ts'
import { ok, refused } from '#core/result.ts'
import { storyNow } from '#store/clock.ts'
import { viewIncident, viewIncidents, viewWithdrawOptions } from '#store/incident-views.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../endpoint.ts'

/** "Sent to the wrong person": the partnership withdraws, keeps the note, and stops the clock. */
export const incidentEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/incidents',
    summary: 'What went to the wrong person, and whose 72 hours run',
    input: null,
    output: incidentList,
    touches: 'person',
    may: 'withdraw',
    run: async ({ look, running }) => {
      const body = await look(async (seen) =>
        viewIncidents({ ...seen, now: await storyNow(seen.trx, running.realNow) }),
      )
      return body ? ok({ body }) : refused('not-yours-to-withdraw')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/incidents',
    summary: 'Withdraws access or a release that went wrong, and starts the 72 hours',
    input: withdrawSchema,
    output: accessWithdrawn,
    touches: 'person',
    may: 'withdraw',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, withdrawAccess, input)
      return result.ok ? ok({ body: result.value, status: 201 }) : result
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/incidents/about/:id',
    summary: 'Whose access to something can be withdrawn, and which releases',
    input: null,
    output: withdrawOptions,
    touches: 'person',
    may: 'withdraw',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewWithdrawOptions(seen, params['id'] ?? ''))
      return body ? ok({ body }) : refused('no-such-thing')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/incidents/:id',
    summary: 'One incident: who opened what and when, and the draft of its note',
    input: null,
    output: incidentView,
    touches: 'person',
    may: 'withdraw',
    run: async ({ look, params, running }) => {
      const body = await look(async (seen) =>
        viewIncident({ ...seen, now: await storyNow(seen.trx, running.realNow) }, params['id'] as IncidentId),
      )
      return body ? ok({ body, version: body.version }) : refused('no-such-incident')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/incidents/:id/end',
    summary: 'It was reported, or need not be: the clock stops',
    input: settleSchema,
    output: incidentSettled,
    touches: 'person',
    may: 'withdraw',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const said = { ...input, ...version, incident: params['id'] as IncidentId }
      const result = await run(running, request, settleIncident, said)
      return saved(result)
    },
  }),
]
