import type { CaseId, RoundId } from '#core/ids.ts'
import { callOffPanelDay } from '#core/panel-day/call-off-panel-day.ts'
import { closePanelDay } from '#core/panel-day/close-panel-day.ts'
import { bookPanelDaySchema, recordPanelSchema } from '#core/panel-day/commands.ts'
import { confirmPanel } from '#core/panel-day/confirm-panel.ts'
import { recordPanel } from '#core/panel-day/record-panel.ts'
import { panelDayClosed, panelRecorded, panelView } from '#core/panel-day/views.ts'
import { ok, refused } from '#core/result.ts'
import { viewPanel } from '#store/panel-views.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../endpoint.ts'
import { bookPanelDay } from '../work/book-panel-day.ts'

export const panelDayEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id/panel',
    summary: 'Panel day: the running order, the grades once they may be seen, and what is left to do',
    input: null,
    output: panelView,
    touches: 'round',
    may: 'seePanelDay',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewPanel(seen, params['id'] as RoundId))
      return body ? ok({ body, version: body.version }) : refused('no-such-round')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/panel/meeting',
    summary: 'Books panel day in the calendars of those who sit on the panel, or moves it',
    input: bookPanelDaySchema,
    output: panelRecorded,
    touches: 'round',
    may: 'bookPanelDay',
    versioned: true,
    run: async ({ running, outside, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const said = { ...input, ...version, round: params['id'] as RoundId }
      return saved(await bookPanelDay(running, outside.meetings, request, said))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/panel/meeting/call-off',
    summary: 'Calls the panel meeting off: it leaves the calendars of all who were invited',
    input: null,
    output: panelRecorded,
    touches: 'round',
    may: 'bookPanelDay',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const round = params['id'] as RoundId
      return saved(await run(running, request, callOffPanelDay, { round, ...version }))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/panel/close',
    summary: 'Closes panel day and puts a draft of each close-the-loop form before its lead person',
    input: null,
    output: panelDayClosed,
    touches: 'round',
    may: 'closePanelDay',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const round = params['id'] as RoundId
      const result = await run(running, request, closePanelDay, { round, ...version })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/panel',
    summary: 'Records what the panel decided about a case: grades, judgement, what was good',
    input: recordPanelSchema,
    output: panelRecorded,
    touches: 'case',
    may: 'recordPanel',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, recordPanel, {
        ...input,
        ...version,
        case: params['id'] as CaseId,
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/panel/confirm',
    summary: 'The chair confirms what was recorded for the panel',
    input: null,
    output: panelRecorded,
    touches: 'case',
    may: 'confirmPanel',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, confirmPanel, { case: params['id'] as CaseId, ...version })
      return saved(result)
    },
  }),
]
