import { useState } from 'react'

import { Drawer } from '../../parts/Drawer.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useNotInvolved } from './useGrid.ts'
import type { Chosen } from './useGrid.ts'

type Props = {
  readonly chosen: Chosen
  readonly onClose: () => void
  readonly onDone: (news: string) => void
}

const IDS = { reason: 'not-involved-reason' } as const

/** Takes the agency out of the case, with the reason that it reads. */
export function GridNotInvolved({ chosen: { agency, row, cell }, onClose, onDone }: Props) {
  const item = cell.items.find(({ may }) => may.notInvolved)
  const [reason, setReason] = useState('')
  const save = useNotInvolved(item?.subject.id ?? '')
  if (!item) return null
  return (
    <Drawer title={`${agency.name} is not involved in ${row.reference}`} onClose={onClose}>
      <Form
        send="Take it out of the case"
        sending={save.isPending}
        onSend={() =>
          save.mutate(
            { body: { reason }, version: item.version },
            { onSuccess: () => onDone(`${agency.name} is out of ${row.reference}. It owes nothing there.`) },
          )
        }
        problem={save.error}
        tries={save.submittedAt}
        ids={IDS}
      >
        <p>
          It owes nothing for this case then, is not counted, and no longer sits on its panel. What it has
          begun to write is kept, and read by nobody else. This can not be taken back here.
        </p>
        <TextField
          id={IDS.reason}
          label="Why"
          hint="Read by the agency and the partnership. Do not name the child or the family."
          error={save.error?.fields['reason']}
          value={reason}
          onChange={setReason}
          rows={3}
        />
      </Form>
    </Drawer>
  )
}
