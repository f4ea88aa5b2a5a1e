import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { GridView } from '#core/round/grid/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { WrongPerson } from '../incidents/WrongPerson.tsx'
import { useGridStyles } from './Grid.styles.ts'
import { useRelease } from './useGrid.ts'

/** Releasing the chronologies: what it shows to whom, and without what, is said before it is done. */
export function GridRelease({ grid }: { readonly grid: GridView }) {
  const styles = useGridStyles()
  const { release, released } = grid
  const save = useRelease(grid.id)
  const [isSure, setSure] = useState(false)
  if (!release && released.length === 0) return null
  const whom = release?.to === 'qa' ? 'the QA manager' : 'the panel'
  const send = () => {
    if (release)
      save.mutate({ body: { to: release.to }, version: grid.version }, { onSuccess: () => setSure(false) })
  }
  return (
    <div className={styles.release}>
      <Section title="Release of the chronologies">
        {released.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {released.length > 0 && <WrongPerson about={grid.id} />}
        {release && !isSure && (
          <>
            <p>
              {release.to === 'qa'
                ? 'The QA manager reads the chronologies of all cases from the release on.'
                : 'The chair and the panel’s members read the chronologies of their cases from the release on.'}{' '}
              It is {release.due}.
            </p>
            <Button onClick={() => setSure(true)}>Release to {whom}</Button>
          </>
        )}
        {release && isSure && (
          <Notice
            kind={release.missing.length > 0 ? 'trouble' : 'news'}
            title={
              release.missing.length > 0 ? 'Some chronologies are not in yet' : 'All chronologies are in'
            }
            takesFocus
          >
            {release.missing.length > 0 && (
              <>
                <ul>
                  {release.missing.map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
                <p>What comes later is seen as soon as it is sent.</p>
              </>
            )}
            <p>
              A release is recorded with your name. If it was wrong, take it back at once by “Sent to the
              wrong person”.
            </p>
            <div className={styles.acts}>
              <Button appearance="primary" disabledFocusable={save.isPending} onClick={send}>
                {release.missing.length > 0 ? `Release to ${whom} as it is` : `Release to ${whom} now`}
              </Button>
              <Button onClick={() => setSure(false)}>Not now</Button>
            </div>
          </Notice>
        )}
        <Status>{save.error && <Trouble problem={save.error} />}</Status>
      </Section>
    </div>
  )
}
