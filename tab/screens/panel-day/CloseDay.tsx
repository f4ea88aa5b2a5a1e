import { Button } from '@fluentui/react-components'
import { Link } from 'wouter'

import type { PanelView } from '#core/panel-day/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { usePanelStyles } from './PanelDay.styles.ts'
import { useClosing } from './usePanelDay.ts'

/** Closing panel day: what it does is said before, and what is missing instead of a button that refuses. */
export function CloseDay({ panel }: { readonly panel: PanelView }) {
  const close = useClosing(panel.round.id)
  return (
    <>
      {!close.data && panel.closing && <ToClose panel={panel} closing={panel.closing} close={close} />}
      <Status>
        {close.error && <Trouble problem={close.error} />}
        {close.data && <Notice kind="done" title={closedInWords(close.data.forms)} />}
      </Status>
    </>
  )
}

type Props = {
  readonly panel: PanelView
  readonly closing: NonNullable<PanelView['closing']>
  readonly close: ReturnType<typeof useClosing>
}

function ToClose({ panel, closing: { unconfirmed, withoutTeam, forms }, close }: Props) {
  const styles = usePanelStyles()
  const isLacking = unconfirmed.length > 0 || withoutTeam.length > 0
  const isReady = !isLacking && panel.cases.length > 0
  return (
    <Section title="Close panel day">
      <p className={styles.text}>
        Close it when all actions are recorded. Then all members see all grades, nothing can be recorded
        again, and{' '}
        {isReady
          ? formsInWords(forms)
          : 'the drafts of the close-the-loop forms stand before their lead persons'}{' '}
        this evening with what was good and what is asked. The worker hears nothing before the lead person
        releases it.
      </p>
      {isLacking && (
        <>
          <p className={styles.text}>Before it can be closed:</p>
          <ul className={styles.lines}>
            {unconfirmed.length > 0 && (
              <li>
                Not confirmed by the chair yet: <References round={panel.round.id} all={unconfirmed} />.
              </li>
            )}
            {withoutTeam.length > 0 && (
              <li>
                No worker and manager named yet, who would get the form:{' '}
                <References round={panel.round.id} all={withoutTeam} />.
              </li>
            )}
          </ul>
        </>
      )}
      {isReady && (
        <Button
          appearance="primary"
          disabledFocusable={close.isPending}
          onClick={() => close.mutate({ body: {}, version: panel.version })}
        >
          Close panel day
        </Button>
      )}
    </Section>
  )
}

/** "N-02, N-08": each opens its row in the running order; a reference is never broken across lines. */
function References({ round, all }: { readonly round: string; readonly all: readonly string[] }) {
  const { whole } = usePanelStyles()
  return all.map((reference, place) => (
    <span key={reference}>
      {place > 0 && ', '}
      <Link
        href={`${routes.panel(round)}?case=${encodeURIComponent(reference)}`}
        className={whole}
        onClick={() => document.querySelector<HTMLElement>(`#open-${reference}`)?.focus()}
      >
        {reference}
      </Link>
    </span>
  ))
}

function formsInWords(n: number): string {
  if (n === 0) return 'no lead person gets a close-the-loop form to release'
  return n === 1
    ? 'one draft of a close-the-loop form stands before its lead person'
    : `${n} drafts of close-the-loop forms stand before their lead persons`
}

function closedInWords(n: number): string {
  const forms = n === 1 ? 'One draft stands' : `${n} drafts stand`
  return n === 0 ? 'Panel day is closed.' : `Panel day is closed. ${forms} before the lead persons.`
}
