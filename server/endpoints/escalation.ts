import { answerEscalation } from '#core/escalation/answer-escalation.ts'
import { AREA_NAMES } from '#core/escalation/areas.ts'
import {
  editDangerSchema,
  editLadderSchema,
  escalationAnswerSchema,
  raiseEscalationSchema,
} from '#core/escalation/commands.ts'
import { editDanger, editLadder } from '#core/escalation/edit-settings.ts'
import { raiseEscalation } from '#core/escalation/raise-escalation.ts'
import {
  answeredEscalation,
  escalationList,
  escalationOptions,
  escalationSettings,
  escalationView,
  inDanger,
  raisedEscalation,
  settingKept,
} from '#core/escalation/views.ts'
import { escalationReceiptOf } from '#core/escalation/words.ts'
import type { EscalationId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import {
  viewEscalation,
  viewEscalationOptions,
  viewEscalations,
  viewEscalationSettings,
  viewInDanger,
} from '#store/escalation-views.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../endpoint.ts'

export const escalationEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/escalations',
    summary: 'The register: escalations that concern the person, or all for the partnership; no word of them',
    input: null,
    output: escalationList,
    query: ['cut', 'theme'],
    touches: 'escalation',
    may: 'seeEscalation',
    run: async ({ look, query }) => {
      const cut = query['cut'] === 'mine' ? 'mine' : 'all'
      const theme = AREA_NAMES.find((area) => area === query['theme'])
      return ok({ body: await look((seen) => viewEscalations(seen, { cut, theme })) })
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/escalation-options',
    summary: 'As whom and to whom a concern can be raised, and by which procedure',
    input: null,
    output: escalationOptions,
    touches: 'escalation',
    may: 'raiseEscalation',
    run: async ({ look }) => {
      const body = await look(async (seen) =>
        may.raiseEscalation(seen.actor) ? viewEscalationOptions(seen) : undefined,
      )
      return body ? ok({ body }) : refused('may-not-raise')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/escalations/:id',
    summary: 'One escalation with its stages, for those whom it concerns',
    input: null,
    output: escalationView,
    touches: 'escalation',
    may: 'seeEscalation',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewEscalation(seen, params['id'] as EscalationId))
      return body ? ok({ body, version: body.version }) : refused('no-such-escalation')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/escalations',
    summary: 'Raises a concern; a child in danger now is refused with what to do, and nothing is stored',
    input: raiseEscalationSchema,
    output: raisedEscalation,
    touches: 'escalation',
    may: 'raiseEscalation',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, raiseEscalation, input)
      return saved(result, 201)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/escalations/:id/answers',
    summary:
      'Promises, says that it is done, confirms, denies, steps up, withdraws, gives feedback or a theme',
    input: escalationAnswerSchema,
    output: answeredEscalation,
    touches: 'escalation',
    may: 'answerEscalation',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const escalation = params['id'] as EscalationId
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, answerEscalation, { escalation, answer: input, ...version })
      if (!result.ok) return result
      const { id, version: saved, deed } = result.value
      return ok({
        body: { id, version: saved, receipt: escalationReceiptOf(deed, 'You').join(' ') },
        version: saved,
      })
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/in-danger',
    summary: 'What to do when a child is in danger now, by area',
    input: null,
    output: inDanger,
    touches: 'escalation',
    may: 'signed-in',
    run: async ({ look }) => ok({ body: await look(viewInDanger) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/escalation-settings',
    summary: 'The ladders with their times, and what to do in immediate danger, to be filled in',
    input: null,
    output: escalationSettings,
    touches: 'escalation',
    may: 'setEscalations',
    run: async ({ look }) => {
      const body = await look(viewEscalationSettings)
      return body ? ok({ body }) : refused('not-yours-to-set')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/escalation-settings/danger',
    summary: 'Fills in what to do in immediate danger, by area',
    input: editDangerSchema,
    output: settingKept,
    touches: 'escalation',
    may: 'setEscalations',
    versioned: true,
    places: true,
    run: async ({ running, request, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      return saved(await run(running, request, editDanger, { ...input, ...version }))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/ladders',
    summary: 'Fills in a ladder as a further version; what was raised before goes on under its own',
    input: editLadderSchema,
    output: settingKept,
    touches: 'escalation',
    may: 'setEscalations',
    versioned: true,
    places: true,
    run: async ({ running, request, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      return saved(await run(running, request, editLadder, { ...input, ...version }))
    },
  }),
]
