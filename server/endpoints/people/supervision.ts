import type { PersonId } from '#core/ids.ts'
import { talkSchema } from '#core/people/supervision/commands.ts'
import { recordTalk } from '#core/people/supervision/record-talk.ts'
import { sheetView, talkList, talkRecorded } from '#core/people/supervision/views.ts'
import { ok, refused } from '#core/result.ts'
import { run } from '#store/run.ts'
import { viewSheet, viewTalks } from '#store/supervision-views.ts'

import { endpoint } from '../../endpoint.ts'

/** The sheet that a manager goes through with a worker. */
export const supervisionEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/team/:id',
    summary: 'The supervision sheet of a worker: what is good, what is to do, where help is needed',
    input: null,
    output: sheetView,
    touches: 'person',
    may: 'seeSheet',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewSheet(seen, params['id'] as PersonId))
      return body ? ok({ body }) : refused('no-such-worker')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/team/:id/talks',
    summary: 'A manager says when a sheet was talked through, and what was agreed',
    input: talkSchema,
    output: talkRecorded,
    touches: 'person',
    may: 'recordTalk',
    run: async ({ running, request, params, input }) => {
      const result = await run(running, request, recordTalk, { ...input, worker: params['id'] as PersonId })
      return result.ok ? ok({ body: result.value, status: 201 }) : result
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/talks',
    summary: 'What was talked through with the person who is signed in',
    input: null,
    output: talkList,
    touches: 'person',
    may: 'readTalk',
    run: async ({ look }) => ok({ body: await look(viewTalks) }),
  }),
]
