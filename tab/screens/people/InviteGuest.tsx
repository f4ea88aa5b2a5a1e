import { useState } from 'react'

import type { AccessView } from '#core/people/access/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'
import { personAddress } from './usePeople.ts'

const IDS = { agency: 'guest-agency' } as const

/** Somebody whom the directory does not know, because they work elsewhere: made a guest, and asked by mail. */
export function InviteGuest({ access: { person, name, agencies } }: { readonly access: AccessView }) {
  const [agency, setAgency] = useState(agencies.length === 1 ? (agencies[0]?.id ?? '') : '')
  const send = useSubmission<{ person: string }, { agency: string }>(`${personAddress(person)}/guest-account`)
  return (
    <Form
      send={`Invite ${name} as a guest`}
      secondary
      sending={send.isPending}
      onSend={() => send.mutate({ body: { agency } })}
      problem={send.error}
      tries={send.submittedAt}
      ids={IDS}
    >
      <SelectField
        id={IDS.agency}
        label="Works elsewhere? Guest of"
        hint="Your organisation asks them by mail to accept. Guests are let in for 90 days at a time."
        none="Choose an agency"
        error={send.error?.fields['agency']}
        options={agencies}
        value={agency}
        onChange={setAgency}
      />
      <Status>{send.data && <Notice kind="done" title="They are invited: a mail is on its way." />}</Status>
    </Form>
  )
}
