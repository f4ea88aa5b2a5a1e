import { answerForm } from '#core/close-the-loop/answer-form.ts'
import { formAnswerSchema, takeTimeSchema } from '#core/close-the-loop/commands.ts'
import { DEED_OF } from '#core/close-the-loop/deeds.ts'
import { seeChildOfForm, seeForm } from '#core/close-the-loop/see-form.ts'
import {
  answeredForm,
  childOfForm,
  formList,
  formView,
  setAsideList,
  teamView,
} from '#core/close-the-loop/views.ts'
import { formReceiptOf } from '#core/close-the-loop/words.ts'
import type { FormId, RoundId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import { viewForms, viewTeam } from '#store/form-lists.ts'
import { viewForm } from '#store/form-views.ts'
import { run } from '#store/run.ts'
import { viewSetAside } from '#store/set-aside.ts'

import { endpoint } from '../endpoint.ts'
import { takeTime } from '../work/loop-meeting.ts'

export const formEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/forms',
    summary: 'The close-the-loop forms that concern the person, of one round or of all: how they stand',
    input: null,
    output: formList,
    query: ['round'],
    touches: 'form',
    may: 'seeFormStatus',
    run: async ({ look, query }) => {
      const round = query['round'] as RoundId | undefined
      return ok({ body: await look((seen) => viewForms(seen, round)) })
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/set-aside',
    summary: 'What the person had begun to write in forms that went on without them',
    input: null,
    output: setAsideList,
    touches: 'form',
    may: 'signed-in',
    run: async ({ look }) => ok({ body: await look(viewSetAside) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/team',
    summary: 'What the workers of a supervising manager owe: status, never a word of it',
    input: null,
    output: teamView,
    touches: 'form',
    may: 'seeFormStatus',
    run: async ({ look }) => ok({ body: await look(viewTeam) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/forms/:id',
    summary: 'One close-the-loop form; whoever reads what another wrote is recorded before the answer leaves',
    input: null,
    output: formView,
    touches: 'form',
    may: 'seeFormStatus',
    run: async ({ running, request, look, params }) => {
      const form = params['id'] as FormId
      const body = await look((seen) => viewForm(seen, form))
      if (!body) return refused('no-such-form')
      if (body.part && !body.own) {
        const recorded = await run(running, { ...request, key: null }, seeForm, { form })
        if (!recorded.ok) return recorded
      }
      return ok({ body, version: body.version })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/forms/:id/answers',
    summary:
      'Releases, reads, writes a step, sends, signs, sends back, closes or takes back a form, and what goes on beside it',
    input: formAnswerSchema,
    output: answeredForm,
    touches: 'form',
    may: 'ownForm',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const form = params['id'] as FormId
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, answerForm, { form, answer: input, ...version })
      if (!result.ok) return result
      const { version: after } = result.value
      const receipt = formReceiptOf(DEED_OF[input.deed], 'You').join(' ')
      return ok({ body: { id: form, version: after, receipt }, version: after })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/forms/:id/meeting',
    summary: 'The worker takes one of the proposed times: the meeting is booked for all who are invited',
    input: takeTimeSchema,
    output: answeredForm,
    touches: 'form',
    may: 'takeTime',
    versioned: true,
    run: async ({ running, outside, request, params, input, ifMatch }) => {
      const form = params['id'] as FormId
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await takeTime(running, outside.meetings, request, { ...input, ...version, form })
      if (!result.ok) return result
      const { version: after } = result.value
      const receipt = formReceiptOf('took-meeting-time', 'You').join(' ')
      return ok({ body: { id: form, version: after, receipt }, version: after })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/forms/:id/child',
    summary: 'Shows who the child is; the view is recorded before the answer leaves',
    input: null,
    output: childOfForm,
    touches: 'child',
    may: 'seeForm',
    run: async ({ running, request, params }) => {
      const form = params['id'] as FormId
      const result = await run(running, { ...request, key: null }, seeChildOfForm, { form })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
]
