import type { AgencyId } from '#core/ids.ts'
import {
  addAgenciesSchema,
  namePersonSchema,
  nothingSchema,
  partnershipSchema,
} from '#core/people/first-run/commands.ts'
import { nameInFirstRun } from '#core/people/first-run/name-person.ts'
import {
  addAgencies,
  checkCalendar,
  describePartnership,
  finishFirstRun,
  removeAgency,
} from '#core/people/first-run/set-up.ts'
import {
  agenciesAdded,
  agencyRemoved,
  firstRunView,
  partnershipSaved,
  personNamed,
} from '#core/people/first-run/views.ts'
import { ok, refused } from '#core/result.ts'
import { viewFirstRun } from '#store/first-run-view.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../../endpoint.ts'

const versionOf = (ifMatch: number | undefined) => (ifMatch === undefined ? {} : { version: ifMatch })

/** The first run of a partnership: the business manager's alone. */
export const firstRunEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/set-up',
    summary: 'How far the partnership is set up: its name, agencies, offices, people and calendar',
    input: null,
    output: firstRunView,
    touches: 'person',
    may: 'setUpPartnership',
    run: async ({ look, running }) => {
      const body = await look((seen) => viewFirstRun(seen, running.calendar))
      return body ? ok({ body, version: body.version }) : refused('not-yours-to-set-up-partnership')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/set-up/partnership',
    summary: 'How the partnership is called, and whom people ring',
    input: partnershipSchema,
    output: partnershipSaved,
    touches: 'person',
    may: 'setUpPartnership',
    versioned: true,
    run: async ({ running, request, input, ifMatch }) =>
      saved(await run(running, request, describePartnership, { ...input, ...versionOf(ifMatch) })),
  }),
  endpoint({
    method: 'POST',
    path: '/api/set-up/agencies',
    summary: 'Adds agencies; those that are known already are passed over',
    input: addAgenciesSchema,
    output: agenciesAdded,
    touches: 'person',
    may: 'setUpPartnership',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, addAgencies, input)
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/set-up/agencies/:id/remove',
    summary: 'Takes out an agency that was added by mistake, in the first run and while nothing names it',
    input: nothingSchema,
    output: agencyRemoved,
    touches: 'person',
    may: 'fillOffices',
    run: async ({ running, request, params }) => {
      const result = await run(running, request, removeAgency, { agency: params['id'] as AgencyId })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/set-up/people',
    summary: 'In the first run, names who holds an office or answers for an agency',
    input: namePersonSchema,
    output: personNamed,
    touches: 'person',
    may: 'fillOffices',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, nameInFirstRun, input)
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  ...(['calendar', 'ready'] as const).map((step) =>
    endpoint({
      method: 'POST',
      path: `/api/set-up/${step}`,
      summary:
        step === 'calendar'
          ? 'The bank holidays were looked at and are right'
          : 'The partnership is ready: from now on the offices change hands under People, as every post does',
      input: nothingSchema,
      output: partnershipSaved,
      touches: step === 'calendar' ? 'calendar' : 'person',
      may: 'setUpPartnership',
      versioned: true,
      run: async ({ running, request, ifMatch }) =>
        saved(
          step === 'calendar'
            ? await run(running, request, checkCalendar, versionOf(ifMatch))
            : await run(running, request, finishFirstRun, versionOf(ifMatch)),
        ),
    }),
  ),
]
