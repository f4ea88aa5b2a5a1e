import { answerDuty } from '#core/actions/answer-duty.ts'
import { answerSchema } from '#core/actions/commands.ts'
import { answered } from '#core/actions/views.ts'
import { receiptOf } from '#core/actions/words.ts'
import { dutyList, dutyView } from '#core/duties/views.ts'
import type { DutyId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import { viewDuty } from '#store/duty-views.ts'
import { run } from '#store/run.ts'
import { parseKey, viewDuties } from '#store/views.ts'

import { endpoint } from '../endpoint.ts'

const list = (path: string, summary: string, side: 'owes' | 'owed') =>
  endpoint({
    method: 'GET',
    path,
    summary,
    input: null,
    output: dutyList,
    query: ['after'],
    touches: 'duty',
    may: 'signed-in',
    run: async ({ look, query }) =>
      ok({ body: await look((seen) => viewDuties(seen, side, parseKey(query['after'] ?? ''))) }),
  })

export const dutyEndpoints = [
  list('/api/waiting', 'What waits for the person: open duties of their posts, by due day', 'owes'),
  list('/api/asked', 'What others owe the person: open duties to their posts, by due day', 'owed'),
  endpoint({
    method: 'GET',
    path: '/api/duties/:id',
    summary: 'What one duty asks, and how it was answered',
    input: null,
    output: dutyView,
    touches: 'duty',
    may: 'seeAction',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewDuty(seen, params['id'] as DutyId))
      return body ? ok({ body, version: body.version }) : refused('no-such-duty')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/duties/:id/answers',
    summary: 'Answers what is owed: done, more time, not right; happened or not',
    input: answerSchema,
    output: answered,
    touches: 'action',
    may: 'answer',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const duty = params['id'] as DutyId
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, answerDuty, { duty, answer: input, ...version })
      if (!result.ok) return result
      const receipt = receiptOf(input.deed, 'You').join(' ')
      const { action: id, version: after } = result.value
      return ok({ body: { id, version: after, receipt }, version: after })
    },
  }),
]
