import { useQuery } from '@tanstack/react-query'

import type { EscalationSettings as SettingsView, LadderSetting } from '#core/escalation/views.ts'

import { get } from '../../api.ts'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { DangerForm } from './DangerForm.tsx'
import { LadderForm } from './LadderForm.tsx'
import { useSettingsStyles } from './Settings.styles.ts'

/** The business manager fills in what to do in danger, and each procedure with its stages and times. */
export function EscalationSettings() {
  const { data, error, refetch } = useQuery<SettingsView, Problem>({
    queryKey: ['rounds', 'escalation-settings'],
    queryFn: ({ signal }) => get('/api/escalation-settings', signal),
  })
  if (!data && !error) return <Skeleton />
  return (
    <Page
      title="Procedures and what to do in danger"
      says="A changed procedure counts for what is raised from now on; what is under way keeps the one it began with. What to do in danger changes at once."
      up={{ to: routes.escalations, name: 'Escalations' }}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && <DangerForm guide={data.danger} />}
      {data && (
        <Section title="Procedures">
          {data.ladders.map((ladder) => (
            <Ladder key={ladder.id} ladder={ladder} />
          ))}
        </Section>
      )}
    </Page>
  )
}

function Ladder({ ladder }: { readonly ladder: LadderSetting }) {
  const styles = useSettingsStyles()
  return (
    <details className={styles.fold}>
      <summary>
        {ladder.name}
        <span className={styles.quiet}>{ladder.usable ? versionOf(ladder) : ': its times are missing'}</span>
      </summary>
      <LadderForm ladder={ladder} />
    </details>
  )
}

function versionOf({ version }: LadderSetting): string {
  return version === 0 ? ': as it came' : `: your version ${version}`
}
