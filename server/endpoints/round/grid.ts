import type { ReturnId, RoundId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import {
  moreTimeSchema,
  notInvolvedSchema,
  releaseSchema,
  remindCellsSchema,
} from '#core/round/grid/commands.ts'
import { giveMoreTime } from '#core/round/grid/more-time.ts'
import { markNotInvolved } from '#core/round/grid/not-involved.ts'
import { remindCells } from '#core/round/grid/remind-cells.ts'
import { cellSaved, cellsReminded, gridView, released } from '#core/round/grid/views.ts'
import { packView } from '#core/round/pack/views.ts'
import { release } from '#core/round/release.ts'
import { viewGrid } from '#store/grid-views.ts'
import { viewPack } from '#store/pack-views.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../../endpoint.ts'

export const gridEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id/grid',
    summary: 'Who owes what in a round, agency by case',
    input: null,
    output: gridView,
    touches: 'round',
    may: 'seeGrid',
    run: async ({ look, running, params }) => {
      const body = await look((seen) => viewGrid(seen, params['id'] as RoundId, running.calendar))
      return body ? ok({ body, version: body.version }) : refused('no-such-round')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/grid/remind',
    summary: 'Reminds the lead persons of the chosen cells at once, each with one message',
    input: remindCellsSchema,
    output: cellsReminded,
    touches: 'return',
    may: 'manageCells',
    run: async ({ running, request, params, input }) => {
      const result = await run(running, request, remindCells, { round: params['id'] as RoundId, ...input })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/more-time',
    summary: 'Gives an agency a later day for a part that it still owes',
    input: moreTimeSchema,
    output: cellSaved,
    touches: 'return',
    may: 'manageCells',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const of = params['id'] as ReturnId
      const result = await run(running, request, giveMoreTime, { return: of, ...input, ...version })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/not-involved',
    summary: 'Takes an agency out of a case that it was found not to know, with the reason',
    input: notInvolvedSchema,
    output: cellSaved,
    touches: 'return',
    may: 'manageCells',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const of = params['id'] as ReturnId
      const result = await run(running, request, markNotInvolved, { return: of, ...input, ...version })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/release',
    summary: 'Releases the chronologies of a round to the QA manager, then to the panel',
    input: releaseSchema,
    output: released,
    touches: 'round',
    may: 'release',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const round = params['id'] as RoundId
      const result = await run(running, request, release, { round, ...input, ...version })
      return saved(result)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id/pack',
    summary: 'The subgroup’s list: forms, actions and late returns, as references and counts',
    input: null,
    output: packView,
    touches: 'round',
    may: 'seePack',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewPack(seen, params['id'] as RoundId))
      return body ? ok({ body }) : refused('no-such-round')
    },
  }),
]
