import { useQuery } from '@tanstack/react-query'

import type { InDanger as InDangerView } from '#core/escalation/views.ts'
import { IN_DANGER } from '#core/escalation/words.ts'

import { get } from '../../api.ts'
import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import type { Problem } from '../../problem.ts'

/** What to do when a child is in danger now; 999 stands there at once, the areas as soon as they are read. */
export function InDanger() {
  const { help } = useMe()
  const { data } = useQuery<InDangerView, Problem>({
    queryKey: ['in-danger'],
    queryFn: ({ signal }) => get('/api/in-danger', signal),
  })
  return (
    <Notice kind="trouble" title={IN_DANGER.title} takesFocus>
      <p>{IN_DANGER.detail}</p>
      {data && (
        <ul>
          {data.areas.map((area) => (
            <li key={area}>{area}</li>
          ))}
        </ul>
      )}
      <p>{help}</p>
    </Notice>
  )
}
