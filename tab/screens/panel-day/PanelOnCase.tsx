import type { PanelCase, PanelOfCase } from '#core/panel-day/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { Confirm } from './Confirm.tsx'
import { Decided } from './Decided.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import { RecordForm } from './RecordForm.tsx'

type Props = { readonly of: PanelCase; readonly recordsActions: boolean }

/** The panel's work on one case: to be recorded, to be confirmed, or to be read. */
export function PanelOnCase({ of, recordsActions }: Props) {
  const styles = usePanelStyles()
  const { panel } = of
  return (
    <>
      {panel?.chairConflict && (
        <Notice kind="news" title="The chair leads an agency that is graded here">
          <p>Let the deputy lead this item.</p>
        </Notice>
      )}
      <p className={styles.links}>
        <TextLink to={routes.case(of.id)}>Open {of.reference}</TextLink>
        {recordsActions && (
          <TextLink to={`${routes.newAction}?case=${encodeURIComponent(of.id)}`}>
            Record an action for {of.reference}
          </TextLink>
        )}
      </p>
      {panel ? <Work of={of} panel={panel} /> : <NotYet />}
    </>
  )
}

function Work({ of, panel }: { readonly of: PanelCase; readonly panel: PanelOfCase }) {
  return (
    <>
      {of.may.record ? <RecordForm of={of} panel={panel} /> : <Decided panel={panel} />}
      {of.may.confirm && <Confirm of={of} />}
    </>
  )
}

function NotYet() {
  return (
    <p className={usePanelStyles().quiet}>
      The grades of all agencies are shown here when panel day is closed.
    </p>
  )
}
