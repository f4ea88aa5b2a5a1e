import { agencyView, monitorView } from '#core/learning/views.ts'
import { ok, refused } from '#core/result.ts'
import { viewAgency } from '#store/agency-view.ts'
import { viewMonitor } from '#store/monitor-view.ts'

import { endpoint } from '../endpoint.ts'

/** How things stand, for each role its own cut: counts, references and days. */
export const learningEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/monitor',
    summary: 'What became of what was agreed, across rounds, as the subgroup monitors it',
    input: null,
    output: monitorView,
    touches: 'round',
    may: 'monitor',
    run: async ({ look, running }) => {
      const body = await look((seen) => viewMonitor(seen, running.calendar))
      return body ? ok({ body }) : refused('not-yours-to-monitor')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/agency',
    summary: 'How the agencies stand for which the person answers: returns, actions, forms, counts of grades',
    input: null,
    output: agencyView,
    touches: 'round',
    may: 'seeAgency',
    run: async ({ look }) => {
      const body = await look(viewAgency)
      return body ? ok({ body }) : refused('no-agency-of-yours')
    },
  }),
]
