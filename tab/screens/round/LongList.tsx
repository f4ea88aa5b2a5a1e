import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { countOf } from '#core/count.ts'
import type { LongListView, RoundView } from '#core/round/views.ts'
import { THRESHOLDS } from '#core/round/words.ts'

import { Empty } from '../../parts/Empty.tsx'
import { ErrorSummary } from '../../parts/form/ErrorSummary.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { ListTable } from './ListTable.tsx'
import { OneChild } from './OneChild.tsx'
import { PasteRows } from './PasteRows.tsx'
import { useRoundStyles } from './Rounds.styles.ts'
import { RoundTabs } from './RoundTabs.tsx'
import { useListWriting, useLongList } from './useLongList.ts'
import type { ListedChild } from './useLongList.ts'
import { useRound } from './useRound.ts'

/** The long list: pasted or typed, checked in a table, then saved. Afterwards it is only read. */
export function LongList({ id }: { readonly id: string }) {
  const round = useRound(id)
  const list = useLongList(id)
  const error = round.error ?? list.error
  if ((!round.data || !list.data) && !error) return <Skeleton />
  const up = { to: routes.round(id), name: `Round ${round.data?.code ?? ''}` }
  return (
    <Page
      title={round.data ? `Long list of round ${round.data.code}` : 'Long list'}
      says={sayingOf(round.data)}
      up={up}
    >
      <RoundTabs round={id} />
      {error && (
        <Trouble problem={error} onAgain={() => void Promise.all([round.refetch(), list.refetch()])} />
      )}
      {round.data &&
        list.data &&
        (round.data.may.writeLongList ? (
          <Write key={list.data.version} round={round.data} list={list.data} />
        ) : (
          <ListTable rows={list.data.cases.map((each) => ({ ...each, key: each.reference }))} />
        ))}
    </Page>
  )
}

function sayingOf(round: RoundView | undefined): string {
  const asked = round?.counts.asked ?? 0
  const sent = asked > 0 ? `It was sent to ${countOf(asked, 'agency', 'agencies')}. ` : ''
  return `${sent}Each view of this page is recorded with your name and the time.`
}

function Write({ round, list }: { readonly round: RoundView; readonly list: LongListView }) {
  const writing = useListWriting(round.id, list)
  const styles = useRoundStyles()
  const [changing, setChanging] = useState<ListedChild>()
  const { children, save } = writing
  const wanted = round.method.longList
  return (
    <>
      {save.error && (
        <ErrorSummary key={save.submittedAt} problem={save.error} ids={{ cases: 'list-heading' }} />
      )}
      <Section title="Paste from a spreadsheet">
        <div className={styles.column}>
          <PasteRows wanted={wanted - children.length} onRead={writing.add} />
        </div>
      </Section>
      <Section
        title={changing ? `Change ${changing.reference || changing.name}` : 'Add one child'}
        id="one-child-heading"
      >
        <div className={styles.column}>
          <OneChild
            key={changing?.key ?? `new-${children.length}`}
            before={changing}
            onWritten={(child) => {
              if (changing) writing.replace(changing.key, child)
              else writing.add([child])
              setChanging(undefined)
            }}
            onLeave={changing && (() => setChanging(undefined))}
          />
        </div>
      </Section>
      <Section title={`The list: ${children.length} of ${wanted}`} id="list-heading">
        <Status>{children.length > 0 && <Mix rows={children} />}</Status>
        {children.length === 0 ? (
          <div className={styles.box}>
            <Empty says="No child is on the list yet. Paste the rows of your spreadsheet above, or add one child after the other." />
          </div>
        ) : (
          <ListTable
            rows={children}
            onChange={(child) => {
              setChanging(child)
              document.querySelector('#one-child-heading')?.scrollIntoView({ block: 'start' })
            }}
            onRemove={writing.remove}
          />
        )}
        <Save writing={writing} />
      </Section>
    </>
  )
}

function Save({
  writing: { isChanged, save, submit },
}: {
  readonly writing: ReturnType<typeof useListWriting>
}) {
  const styles = useRoundStyles()
  return (
    <div className={styles.acts}>
      {isChanged && (
        <Button appearance="primary" disabledFocusable={save.isPending} onClick={submit}>
          {save.isPending ? 'Saving' : 'Save the list'}
        </Button>
      )}
      <Status>
        {isChanged && (
          <span className={styles.quiet}>Not saved yet. New cases get their references when you save.</span>
        )}
      </Status>
    </div>
  )
}

/** "2 being assessed, 5 child in need". */
function Mix({ rows }: { readonly rows: readonly ListedChild[] }) {
  const styles = useRoundStyles()
  const words = Object.entries(THRESHOLDS).flatMap(([threshold, word]) => {
    const count = rows.filter((row) => row.threshold === threshold).length
    return count > 0 ? [`${count} ${word.toLowerCase()}`] : []
  })
  return <p className={styles.text}>{words.join(', ')}.</p>
}
