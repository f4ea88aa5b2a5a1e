import { useState } from 'react'

import type { FirstRunView } from '#core/people/first-run/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'

const IDS = { name: 'partnership-name', contactName: 'contact-name', contactPhone: 'contact-phone' } as const

type Said = { readonly name: string; readonly contactName: string; readonly contactPhone: string }
type Props = { readonly of: FirstRunView; readonly isNext: boolean }

/** How the partnership is called, and whom people ring. What is typed stays while another step is saved. */
export function FirstRunName({ of, isNext }: Props) {
  const [said, setSaid] = useState<Said>({
    name: of.name,
    contactName: of.contactName,
    contactPhone: of.contactPhone,
  })
  const save = useSubmission<{ version: number }, Said>('/api/set-up/partnership')
  const errors = save.error?.fields ?? {}
  const write = (field: keyof Said) => (text: string) => setSaid((before) => ({ ...before, [field]: text }))
  return (
    <Form
      send="Save name and contact"
      secondary={!isNext}
      sending={save.isPending}
      onSend={() => save.mutate({ body: said, version: of.version })}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <LineField
        id={IDS.name}
        label="Name of the partnership"
        error={errors['name']}
        value={said.name}
        onChange={write('name')}
      />
      <LineField
        id={IDS.contactName}
        label="Whom people can ring"
        hint="They stand on every screen and in every message."
        error={errors['contactName']}
        value={said.contactName}
        onChange={write('contactName')}
      />
      <LineField
        id={IDS.contactPhone}
        label="Their phone number"
        type="tel"
        error={errors['contactPhone']}
        value={said.contactPhone}
        onChange={write('contactPhone')}
      />
      <Status>{save.data && <Notice kind="done" title="Name and contact are saved." />}</Status>
    </Form>
  )
}
