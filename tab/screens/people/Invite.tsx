import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { AccessView, InvitedView } from '#core/people/access/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'
import { usePeopleStyles } from './People.styles.ts'
import { personAddress } from './usePeople.ts'

const IDS = { agency: 'invited-agency' } as const

/** A link by which somebody joins with their own account: shown once, to be sent to them. */
export function Invite({ access }: { readonly access: AccessView }) {
  const styles = usePeopleStyles()
  const { person, name, agencies, invitedUntil } = access
  const [agency, setAgency] = useState(agencies.length === 1 ? (agencies[0]?.id ?? '') : '')
  const invite = useSubmission<InvitedView, { agency: string | null }>(`${personAddress(person)}/invitation`)
  return (
    <div className={styles.form}>
      {invitedUntil !== null && !invite.data && (
        <p>An invitation is good until {invitedUntil}. A new one takes its place.</p>
      )}
      <Form
        send="Make an invitation"
        secondary
        sending={invite.isPending}
        onSend={() => invite.mutate({ body: { agency: agency === '' ? null : agency } })}
        problem={invite.error}
        tries={invite.submittedAt}
        ids={IDS}
      >
        {agencies.length > 0 && (
          <SelectField
            id={IDS.agency}
            label="Guest of"
            hint="Guests are let in for 90 days at a time, and hold posts of their own agency alone."
            none="No guest: of the partnership’s own organisation"
            error={invite.error?.fields['agency']}
            options={agencies}
            value={agency}
            onChange={setAgency}
          />
        )}
      </Form>
      <div className={styles.below}>
        <Status>{invite.data && <Link name={name} invited={invite.data} />}</Status>
      </div>
    </div>
  )
}

function Link({ name, invited: { path, until } }: { readonly name: string; readonly invited: InvitedView }) {
  const styles = usePeopleStyles()
  const [copied, setCopied] = useState(false)
  const link = `${window.location.origin}${path}`
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Notice kind="done" title="Send this link to them, and to nobody else">
      <p>
        Whoever opens it first becomes {name} here. It is good once, until {until}, and is not shown again.
      </p>
      <p className={styles.note}>{link}</p>
      <p>
        <Button onClick={() => void copy().catch(() => setCopied(false))}>
          {copied ? 'It is copied' : 'Copy the link'}
        </Button>
      </p>
    </Notice>
  )
}
