import { meView } from '#core/people/views.ts'
import { ok } from '#core/result.ts'
import { viewMe } from '#store/views.ts'

import { endpoint } from '../endpoint.ts'

export const peopleEndpoints = (local: boolean) => [
  endpoint({
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, what they hold and what they may',
    input: null,
    output: meView,
    touches: 'person',
    may: 'signed-in',
    run: async ({ look }) => ok({ body: await look((seen) => viewMe(seen, local)) }),
  }),
]
