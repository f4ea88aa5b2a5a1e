import { day } from '#core/calendar/day.ts'
import type { Furniture } from '#local/house.ts'
import { TENANT } from '#local/story/tenant.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'

export { TENANT as HOME_TENANT } from '#local/story/tenant.ts'
/** The tenant of another organisation. */
export const OTHER_TENANT = '0c5e0000-0000-4000-8000-00000000000f'

/** Exampleshire with many more workers, each with a case and a post of their own; some in another tenant. */
export function withWorkers(count: number, tenantOf: (n: number) => string = () => TENANT): Furniture {
  const all = Array.from({ length: count }, (_, index) => index)
  return {
    ...exampleshire,
    person: [
      ...exampleshire.person,
      ...all.map((n) => ({
        id: `worker-${n}`,
        name: `Worker ${n}-Test`,
        road: 'teams' as const,
        mail: `worker-${n}@example.org`,
        tenant_id: tenantOf(n),
        aad_id: `0c5e0000-0000-4000-8000-${String(1000 + n).padStart(12, '0')}`,
      })),
    ],
    evaluation_case: [
      ...exampleshire.evaluation_case,
      ...all.map((n) => ({ id: `case-x-${n}`, reference: `X-${n}`, round: 'N-2018-2' })),
    ],
    post: [
      ...exampleshire.post,
      ...all.map((n) => ({
        id: `worker-x-${n}`,
        kind: 'allocated-worker',
        title: `Allocated worker, X-${n}`,
        agency_id: 'csc',
        case_id: `case-x-${n}`,
      })),
    ],
    post_holding: [
      ...exampleshire.post_holding,
      ...all.map((n) => ({
        post_id: `worker-x-${n}`,
        person_id: `worker-${n}`,
        from_day: day('2018-04-17'),
        to_day: null,
        held_as: 'holder' as const,
      })),
    ],
  }
}

/** What somebody posts to have an action recorded that worker n owes. */
export function actionFor(n: number, due: string) {
  return {
    case: `case-x-${n}`,
    owner: `worker-x-${n}`,
    raiser: 'lead-edu',
    what: 'Visit at home and at school.',
    help: 'Both visits are in the record.',
    due,
  }
}
