import { Button } from '@fluentui/react-components'

import type { PanelCase } from '#core/panel-day/views.ts'

import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import { useConfirming } from './usePanelDay.ts'

/** The chair's word on what was recorded; from then on it stands. */
export function Confirm({ of }: { readonly of: Pick<PanelCase, 'id' | 'reference' | 'version'> }) {
  const styles = usePanelStyles()
  const confirm = useConfirming(of.id)
  return (
    <>
      <Button
        appearance="primary"
        disabledFocusable={confirm.isPending}
        onClick={() => confirm.mutate({ body: {}, version: of.version })}
      >
        Confirm for {of.reference}
      </Button>
      <p className={styles.quiet}>What you confirm stands. Until then the partnership can record it again.</p>
      <Status>{confirm.error && <Trouble problem={confirm.error} />}</Status>
    </>
  )
}
