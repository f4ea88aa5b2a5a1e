import * as z from 'zod/mini'

import { chaseActions } from '#core/actions/chase-actions.ts'
import { recordActionSchema } from '#core/actions/commands.ts'
import { recordAction } from '#core/actions/record-action.ts'
import {
  actionList,
  actionView,
  chased,
  childView,
  lateness,
  recorded,
  recordOptions,
} from '#core/actions/views.ts'
import { seeChild } from '#core/cases/see-child.ts'
import type { ActionId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import { viewAction } from '#store/action-view.ts'
import { run } from '#store/run.ts'
import { parseKey, viewActions, viewRecordOptions } from '#store/views.ts'

import { endpoint } from '../endpoint.ts'

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
    query: ['group', 'cut', 'after'],
    touches: 'action',
    may: 'seeAction',
    run: async ({ look, query }) => {
      const group = lateness.safeParse(query['group'])
      if (query['group'] !== undefined && !group.success) return refused('bad-input')
      const cut = query['cut'] === 'mine' ? 'mine' : 'all'
      const after = parseKey(query['after'] ?? '')
      return ok({
        body: await look((seen) => viewActions(seen, group.success ? group.data : undefined, cut, after)),
      })
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
