import { seeChronology } from '#core/chronology/see-chronology.ts'
import { chronologyView } from '#core/chronology/views.ts'
import type { CaseId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { run } from '#store/run.ts'

import { endpoint } from '../endpoint.ts'

export const chronologyEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/cases/:id/chronology',
    summary: 'The chronologies of a case as one; the view is recorded before the answer leaves',
    input: null,
    output: chronologyView,
    touches: 'case',
    may: 'seeChronology',
    run: async ({ running, request, params }) => {
      const result = await run(running, { ...request, key: null }, seeChronology, {
        case: params['id'] as CaseId,
      })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
]
