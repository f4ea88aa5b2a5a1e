import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { CaseView, ChildOfCaseView } from '#core/cases/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { ShowChild } from '../../parts/ShowChild.tsx'
import { Status } from '../../parts/Status.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import { useCaseStyles } from './OneCase.styles.ts'
import { useChildOfCase } from './useCase.ts'

/** Who the child of a case is, and the rest of the form's details: shown when asked for, put right by those who may. */
export function CaseChild({ of }: { readonly of: CaseView }) {
  const styles = useCaseStyles()
  const see = useChildOfCase(of.id)
  const [changing, setChanging] = useState(false)
  const [saved, setSaved] = useState(false)
  const done = () => {
    setChanging(false)
    setSaved(true)
    see.reset()
  }
  return (
    <Section title="Details of the child">
      {!changing && <ShowChild what="who the child is" see={see} />}
      <Status>{saved && <Notice kind="done" title="The details are saved." takesFocus />}</Status>
      {see.data && !changing && <Before before={see.data.before} />}
      {see.data && of.may.correctDetails && !changing && (
        <>
          <Button
            onClick={() => {
              setSaved(false)
              setChanging(true)
            }}
          >
            Complete or correct
          </Button>
          <p className={styles.quiet}>What stands there now is kept, with your name and the time.</p>
        </>
      )}
      {see.data && changing && (
        <div className={styles.form}>
          <DetailsForm id={of.id} child={see.data} onSaved={done} />
          <Button appearance="subtle" onClick={() => setChanging(false)}>
            Leave it as it is
          </Button>
        </div>
      )}
    </Section>
  )
}

/** What was put right: read by those alone who may do so. */
function Before({ before }: Pick<ChildOfCaseView, 'before'>) {
  const styles = useCaseStyles()
  if (before.length === 0) return null
  return (
    <div className={styles.before}>
      <p className={styles.text}>What stood there before:</p>
      <ul className={styles.lines}>
        {before.map(({ what, was, by, at }, place) => (
          <li key={before.length - place}>
            {what}: {was}
            <div className={styles.quiet}>
              {by ?? 'Somebody'} put it right{at && ` on ${at}`}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
