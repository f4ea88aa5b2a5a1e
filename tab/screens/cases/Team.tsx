import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { CaseView } from '#core/cases/views.ts'

import { Due } from '../../parts/Due.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { useCaseStyles } from './OneCase.styles.ts'
import { TeamForm } from './TeamForm.tsx'

/** Who works with the child: named by the lead agency, and handed over by naming again. */
export function Team({ of }: { readonly of: CaseView }) {
  const styles = useCaseStyles()
  const { team, may, nameTeamBy, leadAgency } = of
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState(false)
  return (
    <Section title="Who works with the child">
      {team && (
        <dl className={styles.facts}>
          <dt>Allocated worker</dt>
          <dd>{team.worker?.name ?? 'Nobody holds this post today'}</dd>
          <dt>Supervising manager</dt>
          <dd>{team.manager?.name ?? 'Nobody holds this post today'}</dd>
          <dt>Team</dt>
          <dd>{team.name}</dd>
        </dl>
      )}
      {!team && (
        <p className={styles.text}>
          {leadAgency} leads this case and names the allocated worker, the supervising manager and the team:{' '}
          <Due day={nameTeamBy} />.
        </p>
      )}
      {may.nameTeam && team && !changing && (
        <>
          <Button onClick={() => setChanging(true)}>Hand over or correct</Button>
          <p className={styles.quiet}>All that the worker and the manager owe goes to whoever you name.</p>
        </>
      )}
      {may.nameTeam && (!team || changing) && (
        <div className={styles.form}>
          <TeamForm
            key={team ? 'again' : 'first'}
            of={of}
            onDone={() => {
              setChanging(false)
              setDone(true)
            }}
          />
        </div>
      )}
      <Status>{done && !changing && <Notice kind="done" title="The team is named." />}</Status>
    </Section>
  )
}
