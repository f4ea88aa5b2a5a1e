import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { GridView } from '#core/round/grid/views.ts'

import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useGridStyles } from './Grid.styles.ts'
import { GridMoreTime } from './GridMoreTime.tsx'
import { GridNotInvolved } from './GridNotInvolved.tsx'
import { subjectsOf, useRemind } from './useGrid.ts'
import type { Choice, Chosen } from './useGrid.ts'

type Props = {
  readonly grid: GridView
  readonly choice: Choice
  readonly onDone: (news: string) => void
}

/** What can be done with the chosen cells; it stays in sight while the grid scrolls. */
export function GridBar({ grid, choice, onDone }: Props) {
  const styles = useGridStyles()
  const remind = useRemind(grid.id)
  const [open, setOpen] = useState<'more-time' | 'not-involved' | null>(null)
  const { chosen } = choice
  const [only] = chosen.length === 1 ? chosen : []
  const subjects = subjectsOf(chosen)
  const people = peopleOf(chosen)
  const done = (news: string) => {
    setOpen(null)
    choice.clear()
    onDone(news)
  }
  const send = () =>
    remind.mutate(
      { body: { cells: subjects } },
      {
        onSuccess: (sent) =>
          done(sent.people === 1 ? 'One person was reminded.' : `${sent.people} people were reminded.`),
      },
    )
  return (
    <>
      <Status>{remind.error && <Trouble problem={remind.error} />}</Status>
      {chosen.length > 0 && (
        <section aria-label="What to do with the chosen cells" className={styles.bar}>
          <div className={styles.count}>
            {chosen.length} chosen
            <Button appearance="subtle" onClick={choice.clear}>
              Choose none
            </Button>
          </div>
          {subjects.length > 0 && (
            <Button appearance="primary" disabledFocusable={remind.isPending} onClick={send}>
              {people === 1 ? 'Remind 1 person' : `Remind ${people} people`}
            </Button>
          )}
          {only?.cell.items.some(({ may }) => may.moreTime) && (
            <Button onClick={() => setOpen('more-time')}>Give more time</Button>
          )}
          {only?.cell.items.some(({ may }) => may.notInvolved) && (
            <Button onClick={() => setOpen('not-involved')}>Not involved</Button>
          )}
          {chosen.length > 1 && (
            <span className={styles.barHint}>To give more time or take an agency out, choose one cell.</span>
          )}
        </section>
      )}
      {only && open === 'more-time' && (
        <GridMoreTime chosen={only} panelDay={grid.panelDay} onClose={() => setOpen(null)} onDone={done} />
      )}
      {only && open === 'not-involved' && (
        <GridNotInvolved chosen={only} onClose={() => setOpen(null)} onDone={done} />
      )}
    </>
  )
}

/** Lead persons: who leads two agencies gets one message. */
function peopleOf(chosen: readonly Chosen[]): number {
  const leads = chosen
    .filter(({ cell }) => cell.items.some(({ may }) => may.remind))
    .map(({ agency }) => agency.lead ?? agency.agency)
  return new Set(leads).size
}
