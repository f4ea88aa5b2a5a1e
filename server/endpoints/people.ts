import type { PersonId, PostId } from '#core/ids.ts'
import {
  endHoldingSchema,
  fillPostSchema,
  handOverSchema,
  representativeSchema,
} from '#core/people/commands.ts'
import { endHolding } from '#core/people/end-holding.ts'
import { handOver } from '#core/people/hand-over.ts'
import { makeRepresentative } from '#core/people/make-representative.ts'
import { nameDeputy } from '#core/people/name-deputy.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import {
  findView,
  handedOver,
  holdingsView,
  leavingView,
  meView,
  postMade,
  seatChanged,
  seatView,
  takenOverView,
} from '#core/people/views.ts'
import { ok, refused } from '#core/result.ts'
import { storyNow } from '#store/clock.ts'
import { viewFound } from '#store/find-view.ts'
import { run } from '#store/run.ts'
import { viewHoldings, viewLeaving, viewSeat } from '#store/seat-views.ts'
import { viewTakenOver } from '#store/taken-over-view.ts'
import { viewMe } from '#store/views.ts'

import { endpoint, saved } from '../endpoint.ts'

export const peopleEndpoints = (local: boolean) => [
  endpoint({
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, what they hold and what they may',
    input: null,
    output: meView,
    touches: 'person',
    may: 'signed-in',
    run: async ({ look, running }) =>
      ok({
        body: await look(async (seen) => viewMe(seen, local, await storyNow(seen.trx, running.realNow))),
      }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/find',
    summary: 'Finds cases, rounds, actions, escalations and people by reference, code, number or name',
    input: null,
    output: findView,
    query: ['q'],
    touches: 'person',
    may: 'signed-in',
    run: async ({ look, query }) => ok({ body: await look((seen) => viewFound(seen, query['q'] ?? '')) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/taken-over',
    summary: 'The posts that came to the person from somebody else, with what belongs to them',
    input: null,
    output: takenOverView,
    touches: 'person',
    may: 'signed-in',
    run: async ({ look }) => ok({ body: await look(viewTakenOver) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/people',
    summary: 'Every post with who holds it, from when to when, and who deputises',
    input: null,
    output: holdingsView,
    touches: 'person',
    may: 'seeHoldings',
    run: async ({ look }) => {
      const body = await look(viewHoldings)
      return body ? ok({ body }) : refused('not-yours-to-choose')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/representatives',
    summary: 'An agency gets a post for whoever answers for it; it is then filled like the others',
    input: representativeSchema,
    output: postMade,
    touches: 'person',
    may: 'nameRepresentative',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, makeRepresentative, input)
      return result.ok ? ok({ body: result.value, status: 201 }) : result
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/people/:id/leaving',
    summary: 'What somebody who leaves holds, and what would be left without a holder',
    input: null,
    output: leavingView,
    touches: 'person',
    may: 'handOver',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewLeaving(seen, params['id'] as PersonId))
      return body ? ok({ body }) : refused('no-such-seat')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/people/:id/hand-over',
    summary: 'Gives everything that somebody holds to a successor, or to several, in one move',
    input: handOverSchema,
    output: handedOver,
    touches: 'person',
    places: true,
    may: 'handOver',
    run: async ({ running, request, params, input }) => {
      const result = await run(running, request, handOver, { ...input, person: params['id'] as PersonId })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/posts/:id',
    summary: 'One post: who holds it, who deputises, and who said so',
    input: null,
    output: seatView,
    touches: 'person',
    may: 'seeSeat',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewSeat(seen, params['id'] as PostId))
      return body ? ok({ body, version: body.version }) : refused('no-such-seat')
    },
  }),
  ...(['holder', 'deputy'] as const).map((as) =>
    endpoint({
      method: 'POST',
      path: `/api/posts/:id/${as}`,
      summary:
        as === 'holder'
          ? 'Somebody holds the post from a day on'
          : 'Somebody deputises for the holder from a day on',
      input: fillPostSchema,
      output: seatChanged,
      touches: 'person',
      may: as === 'holder' ? 'nameHolder' : 'nameDeputy',
      versioned: true,
      run: async ({ running, request, params, input, ifMatch }) => {
        const version = ifMatch === undefined ? {} : { version: ifMatch }
        const said = { ...input, ...version, post: params['id'] as PostId }
        const result = await run(running, request, as === 'holder' ? nameHolder : nameDeputy, said)
        return saved(result)
      },
    }),
  ),
  endpoint({
    method: 'POST',
    path: '/api/posts/:id/end',
    summary: 'From a day on nobody holds the post, or nobody deputises',
    input: endHoldingSchema,
    output: seatChanged,
    touches: 'person',
    may: 'nameDeputy',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const said = { ...input, ...version, post: params['id'] as PostId }
      const result = await run(running, request, endHolding, said)
      return saved(result)
    },
  }),
]
