import { keepDetailsSchema, nameTeamSchema, pauseCaseSchema } from '#core/cases/commands.ts'
import { keepDetails } from '#core/cases/keep-details.ts'
import { nameTeam } from '#core/cases/name-team.ts'
import { pauseCase, resumeCase } from '#core/cases/pause-case.ts'
import { seeChildOfCase } from '#core/cases/see-child-of-case.ts'
import { caseView, childOfCase, peopleOptions, teamNamed } from '#core/cases/views.ts'
import type { CaseId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import { viewCase, viewPeopleOptions } from '#store/case-view.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../endpoint.ts'

export const caseEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/cases/:id',
    summary: 'One selected case: its team, how its returns stand, the grades once they may be seen',
    input: null,
    output: caseView,
    touches: 'case',
    may: 'seeCase',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewCase(seen, params['id'] as CaseId))
      return body ? ok({ body, version: body.version }) : refused('no-such-case-file')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/team',
    summary: 'Names the allocated worker, the supervising manager and the team, or hands over',
    input: nameTeamSchema,
    output: teamNamed,
    touches: 'case',
    may: 'nameTeam',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, nameTeam, {
        ...input,
        ...version,
        case: params['id'] as CaseId,
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/pause',
    summary: 'Pauses a case: nothing is sent about the child until it is resumed',
    input: pauseCaseSchema,
    output: teamNamed,
    touches: 'case',
    may: 'pauseCase',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const on = { case: params['id'] as CaseId, ...version }
      const result = await run(running, request, pauseCase, { ...input, ...on })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/resume',
    summary: 'Ends the pause of a case: what fell due meanwhile is said once',
    input: null,
    output: teamNamed,
    touches: 'case',
    may: 'pauseCase',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const result = await run(running, request, resumeCase, { case: params['id'] as CaseId, ...version })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/child',
    summary: 'Shows who the child is; the view is recorded before the answer leaves',
    input: null,
    output: childOfCase,
    touches: 'child',
    may: 'seeCase',
    run: async ({ running, request, params }) => {
      const result = await run(running, { ...request, key: null }, seeChildOfCase, {
        case: params['id'] as CaseId,
      })
      if (!result.ok) return result
      const { now, before } = result.value
      return ok({ body: { ...now, before: [...before] }, version: now.version })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/details',
    summary: 'Completes or corrects the details of the child; what stood there before is kept',
    input: keepDetailsSchema,
    output: teamNamed,
    touches: 'child',
    may: 'correctDetails',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const on = { case: params['id'] as CaseId, ...version }
      return saved(await run(running, request, keepDetails, { ...on, said: input }))
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/people-options',
    summary: 'Whom to choose from when people are named',
    input: null,
    output: peopleOptions,
    touches: 'person',
    may: 'choosePeople',
    run: async ({ look }) => {
      const body = await look(viewPeopleOptions)
      return body ? ok({ body }) : refused('not-yours-to-choose')
    },
  }),
]
