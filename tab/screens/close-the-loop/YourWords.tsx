import { useQuery } from '@tanstack/react-query'

import type { SetAsideList } from '#core/close-the-loop/views.ts'

import { get } from '../../api.ts'
import { Section } from '../../parts/Section.tsx'
import type { Problem } from '../../problem.ts'
import { useFormStyles } from './Form.styles.ts'

/** What the reader had begun to write in forms that went on without them: kept for them alone, and shown here. */
export function YourWords() {
  const styles = useFormStyles()
  const { data } = useQuery<SetAsideList, Problem>({
    queryKey: ['rounds', 'set-aside'],
    queryFn: ({ signal }) => get('/api/set-aside', signal),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title="What you had begun to write">
      <p className={styles.quiet}>The form went on with somebody else. Nobody but you reads this.</p>
      {data.items.map(({ reference, on, text }, place) => (
        <div key={data.items.length - place}>
          <p>
            {reference}, set aside on {on}
          </p>
          <p className={styles.line}>{text}</p>
        </div>
      ))}
    </Section>
  )
}
