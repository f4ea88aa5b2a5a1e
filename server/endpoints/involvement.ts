import type { ReplyId, RoundId } from '#core/ids.ts'
import { confirmReceiptSchema, sayInvolvementSchema, selectCasesSchema } from '#core/involvement/commands.ts'
import { confirmReceipt } from '#core/involvement/confirm-receipt.ts'
import { sayInvolvement } from '#core/involvement/say-involvement.ts'
import { seeReply } from '#core/involvement/see-reply.ts'
import { selectCases } from '#core/involvement/select-cases.ts'
import { casesSelected, choiceView, replySaved, replyView } from '#core/involvement/views.ts'
import { viewChoice } from '#store/involvement-views.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../endpoint.ts'

export const involvementEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/involvement/:id',
    summary: 'The long list as one agency answers it; who the children are is recorded as seen',
    input: null,
    output: replyView,
    touches: 'reply',
    may: 'seeReply',
    run: async ({ running, request, params }) => {
      const result = await run(running, { ...request, key: null }, seeReply, {
        reply: params['id'] as ReplyId,
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/involvement/:id/receipt',
    summary: 'Confirms that the long list arrived, and nobody else has it',
    input: confirmReceiptSchema,
    output: replySaved,
    touches: 'reply',
    may: 'answerReply',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const reply = params['id'] as ReplyId
      const result = await run(running, request, confirmReceipt, { reply, version: ifMatch })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/involvement/:id/answers',
    summary: 'Says how the agency knew each family of the long list',
    input: sayInvolvementSchema,
    output: replySaved,
    touches: 'reply',
    may: 'answerReply',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const reply = params['id'] as ReplyId
      const said = { reply, answers: input.answers, version: ifMatch }
      const result = await run(running, request, sayInvolvement, said)
      return saved(result)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id/choice',
    summary: 'Who knows which case of the long list, and what the selection aid proposes',
    input: null,
    output: choiceView,
    touches: 'round',
    may: 'seeChoice',
    run: async ({ look, params }) => {
      const result = await look((seen) => viewChoice(seen, params['id'] as RoundId))
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/choice',
    summary: 'Chooses the cases that are evaluated, each with its lead agency',
    input: selectCasesSchema,
    output: casesSelected,
    touches: 'round',
    may: 'selectCases',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const round = params['id'] as RoundId
      const result = await run(running, request, selectCases, { round, said: input, version: ifMatch })
      return saved(result)
    },
  }),
]
