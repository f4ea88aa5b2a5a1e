import * as z from 'zod/mini'

import { chaseActions } from '#core/actions/chase-actions.ts'
import { endActionSchema, fanOutSchema, promiseSchema, recordActionSchema } from '#core/actions/commands.ts'
import { endAction } from '#core/actions/end-action.ts'
import { notePromise } from '#core/actions/note-promise.ts'
import { fanOut, recordAction } from '#core/actions/record-action.ts'
import {
  actionList,
  actionView,
  changedAction,
  chased,
  childView,
  fannedOut,
  recorded,
  recordOptions,
  trackerView,
} from '#core/actions/views.ts'
import { parseDay } from '#core/calendar/day.ts'
import { seeChild } from '#core/cases/see-child.ts'
import type { ActionId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import { viewAction } from '#store/action-view.ts'
import { run } from '#store/run.ts'
import { viewTracker } from '#store/tracker-view.ts'
import { parseKey, viewActions, viewRecordOptions } from '#store/views.ts'

import { endpoint, saved } from '../../endpoint.ts'
import { groupOf, WANTED, wantedOf } from './wanted.ts'

const idList = z
  .array(z.string())
  .check(z.minLength(1, 'Choose at least one action.'), z.maxLength(200, 'At most 200 at once.'))

export const actionEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/actions',
    summary: 'The tracker: one group by lateness, or the beginning of every open group',
    input: null,
    output: actionList,
    query: ['group', 'after', ...WANTED],
    touches: 'action',
    may: 'seeAction',
    run: async ({ look, query }) => {
      const group = groupOf(query)
      const wanted = wantedOf(query)
      if (!wanted || group === null) return refused('bad-input')
      const after = parseKey(query['after'] ?? '')
      return ok({
        body: await look((seen) => viewActions(seen, group, wanted, after)),
      })
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/tracker',
    summary: 'All actions by due day, with the filters of the tracker: for the board and the calendar',
    input: null,
    output: trackerView,
    query: ['from', 'until', ...WANTED],
    touches: 'action',
    may: 'seeAction',
    run: async ({ look, query }) => {
      const wanted = wantedOf(query)
      if (!wanted) return refused('bad-input')
      const from = parseDay(query['from'] ?? '')
      const until = parseDay(query['until'] ?? '')
      const days = { ...(from && { from }), ...(until && { until }) }
      return ok({ body: await look((seen) => viewTracker(seen, wanted, days)) })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/actions',
    summary: 'Records an action from panel day',
    input: recordActionSchema,
    output: recorded,
    touches: 'action',
    may: 'recordAction',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, recordAction, input)
      return result.ok ? ok({ body: { id: result.value }, status: 201 }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/actions/fan-out',
    summary: 'Records the same action for several agencies, under one number',
    input: fanOutSchema,
    output: fannedOut,
    touches: 'action',
    may: 'recordAction',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, fanOut, input)
      if (!result.ok) return result
      const { parent, actions } = result.value
      return ok({ body: { parent, actions: [...actions] }, status: 201 })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/actions/:id/end',
    summary: 'Withdraws an action, or names the one that takes its place',
    input: endActionSchema,
    output: changedAction,
    touches: 'action',
    may: 'endAction',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const action = params['id'] as ActionId
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, endAction, { action, end: input, ...version })
      if (!result.ok) return result
      return ok({ body: { version: result.value.version }, version: result.value.version })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/actions/:id/promises',
    summary: 'Notes what was promised: reminders rest until that day',
    input: promiseSchema,
    output: changedAction,
    touches: 'action',
    may: 'chase',
    run: async ({ running, request, params, input }) => {
      const action = params['id'] as ActionId
      const result = await run(running, request, notePromise, { action, promise: input })
      return saved(result)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/record-options',
    summary: 'The cases and posts from which an action is recorded',
    input: null,
    output: recordOptions,
    touches: 'case',
    may: 'recordAction',
    run: async ({ look }) => {
      const body = await look(async (seen) =>
        may.recordAction(seen.actor) ? viewRecordOptions(seen) : undefined,
      )
      return body ? ok({ body }) : refused('not-yours-to-record')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/actions/chase',
    summary: 'Reminds at once whoever owes the next answer',
    input: z.object({ actions: z.union([z.literal('late'), idList]) }),
    output: chased,
    touches: 'action',
    may: 'chase',
    run: async ({ running, request, input }) => {
      const actions = input.actions === 'late' ? 'late' : input.actions.map((id) => id as ActionId)
      const result = await run(running, request, chaseActions, { actions })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/actions/:id',
    summary: 'One action with its history and its reminders',
    input: null,
    output: actionView,
    touches: 'action',
    may: 'seeAction',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewAction(seen, params['id'] as ActionId))
      return body ? ok({ body, version: body.version }) : refused('no-such-action')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/actions/:id/child',
    summary: 'Shows who the child is; the view is recorded before the answer leaves',
    input: null,
    output: childView,
    touches: 'child',
    may: 'seeChild',
    run: async ({ running, request, params }) => {
      const result = await run(running, { ...request, key: null }, seeChild, {
        action: params['id'] as ActionId,
      })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
]
