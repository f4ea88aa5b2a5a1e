import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { SheetLine, SheetView } from '#core/people/supervision/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSheetStyles } from './Sheet.styles.ts'
import { TalkForm } from './TalkForm.tsx'
import { TalkEntries } from './Talks.tsx'
import { useSheet } from './useSheet.ts'

const UP = { to: routes.team, name: 'Team' } as const

/** What a manager and a worker go through together, on the screen or on one sheet of paper. */
export function Sheet({ worker }: { readonly worker: string }) {
  const { data, error, refetch } = useSheet(worker)
  const styles = useSheetStyles()
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={UP}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page
      title={`Supervision: ${data.name}`}
      says={howItStands(data)}
      up={UP}
      act={
        <Button className={styles.onScreen} onClick={() => window.print()}>
          Print this sheet
        </Button>
      }
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      <div className={styles.columns}>
        <Column title="Good" shape="tick" lines={data.good} none="Nothing was finished yet." />
        <Column title="To do" shape="ring" lines={data.toDo} none="Nothing else is owed now." />
        <Column title="Help needed" shape="triangle" lines={data.help} none="Nothing is late or stuck." />
      </div>
      <ToSign />
      <Talked of={data} />
    </Page>
  )
}

type ColumnProps = {
  readonly title: string
  readonly shape: ShapeName
  readonly lines: readonly SheetLine[]
  readonly none: string
}

function Column({ title, shape, lines, none }: ColumnProps) {
  const styles = useSheetStyles()
  return (
    <section className={styles.column} aria-label={title}>
      <h2>
        <Shape of={shape} />
        {title} <span className={styles.count}>{lines.length}</span>
      </h2>
      {lines.length === 0 && <p className={styles.quiet}>{none}</p>}
      <ul>
        {lines.map(({ kind, id, number, reference, says }) => (
          <li key={`${kind} ${id}`}>
            <TextLink to={kind === 'form' ? routes.form(id) : routes.action(id)}>
              {kind === 'form' ? `Form of ${reference}` : `${number}, ${reference}`}
            </TextLink>
            <p>{says}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is filled in by hand on the paper. */
function ToSign() {
  const styles = useSheetStyles()
  const { today } = useMe()
  return (
    <div className={styles.onPaper}>
      <p>Talked through on ______________ Worker ______________________ Manager ______________________</p>
      <p>
        Held for supervision. It names cases by reference only and says nothing of what the worker wrote.
        Printed on {inWords(today, today)}.
      </p>
    </div>
  )
}

function Talked({ of }: { readonly of: SheetView }) {
  const styles = useSheetStyles()
  const [writing, setWriting] = useState(false)
  const [saved, setSaved] = useState(false)
  if (of.talks.length === 0 && !of.may.recordTalk) return null
  return (
    <div className={styles.onScreen}>
      <Section title="Talked through">
        {of.talks.length === 0 ? (
          <p>You have not said yet that you talked. {of.name} sees the day, and what you agreed.</p>
        ) : (
          <TalkEntries talks={of.talks} />
        )}
        {of.may.recordTalk && !writing && (
          <Button
            appearance="primary"
            onClick={() => {
              setSaved(false)
              setWriting(true)
            }}
          >
            We talked this through
          </Button>
        )}
        {of.may.recordTalk && writing && (
          <TalkForm
            of={of}
            onSaved={() => {
              setWriting(false)
              setSaved(true)
            }}
            onLeave={() => setWriting(false)}
          />
        )}
        <Status>{saved && <Notice kind="done" title="It is recorded." takesFocus />}</Status>
      </Section>
    </div>
  )
}

/** Only the manager knows for certain that nobody talked. */
function howItStands({ says, talks, may }: SheetView): string {
  return `${says}.${may.recordTalk && talks.length === 0 ? ' Not talked through yet.' : ''}`
}
