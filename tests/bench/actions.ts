import { recordAction } from '#core/actions/record-action.ts'
import { day } from '#core/calendar/day.ts'
import type { CaseId, PersonId, PostId } from '#core/ids.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'

import type { Recorded } from '../faults/acts.ts'

/** One action for each worker of a partnership with many, through the use case: each is told of it at once. */
export async function fillActions(running: Running, count: number): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = []
  for (let n = 0; n < count; n += 1) {
    const request = { person: 'quinn' as PersonId, channel: 'tab' as const, id: `bench-${n}`, key: null }
    const result = await run(running, request, recordAction, {
      case: `case-x-${n}` as CaseId,
      owner: `worker-x-${n}` as PostId,
      raiser: 'lead-edu' as PostId,
      what: 'Visit at home and at school.',
      help: 'Both visits are in the record.',
      due: day('2018-06-29'),
    })
    if (!result.ok) throw new Error(`action ${n}: ${result.reason}`)
    recorded.push({ action: result.value, owner: `worker-${n}` })
  }
  return recorded
}
