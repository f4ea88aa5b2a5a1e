import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'

import type { AccessView, InvitedView } from '#core/people/access/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'
import { Invited } from './Invited.tsx'
import { usePeopleStyles } from './People.styles.ts'
import { personAddress } from './usePeople.ts'

const IDS = { agency: 'invited-agency' } as const
type Wanted = { readonly agency: string | null; readonly byMail: boolean }

/** A link by which somebody joins with their own account: sent to them by mail, or shown once to be copied. */
export function Invite({ access }: { readonly access: AccessView }) {
  const styles = usePeopleStyles()
  const { person, name, mail, agencies, invitedUntil } = access
  const [agency, setAgency] = useState(agencies.length === 1 ? (agencies[0]?.id ?? '') : '')
  const invite = useSubmission<InvitedView, Wanted>(`${personAddress(person)}/invitation`)
  // The link is in the first answer alone: a second press must not take its place.
  const isMaking = useRef(false)
  const [made, setMade] = useState<InvitedView>()
  const make = (byMail: boolean): void => {
    if (isMaking.current) return
    isMaking.current = true
    const onSettled = (): void => void (isMaking.current = false)
    invite.mutate(
      { body: { agency: agency === '' ? null : agency, byMail } },
      { onSuccess: setMade, onSettled },
    )
  }
  return (
    <div className={styles.form}>
      {invitedUntil !== null && !made && (
        <p>
          {howItWent(access)} It is good until {invitedUntil}. A new one takes its place.
        </p>
      )}
      <Form
        send={mail === null ? 'Make an invitation' : 'Send the invitation'}
        secondary
        sending={invite.isPending}
        onSend={() => make(mail !== null)}
        problem={invite.error}
        tries={invite.submittedAt}
        ids={IDS}
        beside={
          mail !== null && (
            <Button disabledFocusable={invite.isPending} onClick={() => make(false)}>
              Make a link to copy
            </Button>
          )
        }
      >
        {mail !== null && <p>The invitation goes to {mail}.</p>}
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
        <Status>{made && <Invited key={made.path} name={name} mail={mail ?? ''} invited={made} />}</Status>
      </div>
    </div>
  )
}

/** What became of the invitation that is open. */
function howItWent({ mail, mailed }: AccessView): string {
  switch (mailed?.came) {
    case 'sent':
      return `An invitation was sent to ${mail ?? ''} on ${mailed.at}.`
    case 'not-sent':
      return `An invitation was made on ${mailed.at}, and its mail could not be sent.`
    case 'in-doubt':
      return `An invitation was made on ${mailed.at}; whether its mail went out is not known.`
    case undefined:
      return 'An invitation was made, and its link was shown to be copied.'
  }
}
