import { useSearchParams } from 'wouter'

import type { PanelCase, PanelView } from '#core/panel-day/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import { panelStates } from './grades.ts'
import { usePanelStyles } from './PanelDay.styles.ts'
import { PanelOnCase } from './PanelOnCase.tsx'

/** The cases in their order. One stands open, and its reference in the address; what is typed in others stays. */
export function RunningOrder({ panel }: { readonly panel: PanelView }) {
  const styles = usePanelStyles()
  const [search, setSearch] = useSearchParams()
  const open = search.get('case')
  const show = (reference: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (reference === null) next.delete('case')
        else next.set('case', reference)
        return next
      },
      { replace: true },
    )
  return (
    <ol className={styles.order} aria-labelledby="running-order">
      {panel.cases.map((each) => {
        const isOpen = open === each.reference
        return (
          <li key={each.id}>
            <h3 className={styles.head}>
              <button
                type="button"
                id={`open-${each.reference}`}
                className={styles.open}
                aria-expanded={isOpen}
                aria-controls={`case-${each.id}`}
                onClick={() => show(isOpen ? null : each.reference)}
              >
                <Head of={each} isOpen={isOpen} />
              </button>
            </h3>
            <div id={`case-${each.id}`} className={styles.inside} hidden={!isOpen}>
              <PanelOnCase of={each} recordsActions={panel.may.recordAction} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Head({ of, isOpen }: { readonly of: PanelCase; readonly isOpen: boolean }) {
  const styles = usePanelStyles()
  const { word, shape } = panelStates[of.state]
  return (
    <>
      <span className={styles.reference}>
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {of.reference}
      </span>
      <span className={styles.threshold}>
        {[of.threshold, actionsInWords(of.actions)].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.state}>
        <Shape of={shape} />
        {word}
      </span>
    </>
  )
}

function actionsInWords(n: number): string {
  if (n === 0) return 'no action yet'
  return n === 1 ? '1 action' : `${n} actions`
}
