import { useState } from 'react'

import { Empty } from '../../parts/Empty.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { Line } from './Line.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { upTo } from './shown.ts'
import type { Shown } from './shown.ts'
import { addressOf } from './useReturn.ts'

const EMPTY = { name: '', mail: '', jobTitle: '' }
const ids = { name: 'invite-name', mail: 'invite-mail', jobTitle: 'invite-job' } as const
type Name = keyof typeof ids

/** Who else writes in this return, and inviting somebody: a colleague, a school, a practice. */
export function Contributors({ of }: Shown) {
  const styles = useReturnStyles()
  return (
    <Page
      title={`Who writes in the return for ${of.reference}`}
      says="Those you invite see this one return, and nothing else of the round."
      up={upTo(of)}
      narrow
    >
      <Section title="Invited">
        {of.contributors.length === 0 ? (
          <Empty says="Nobody yet. You can write everything yourself, or invite who knows the child." />
        ) : (
          <ul className={styles.rows}>
            {of.contributors.map(({ title, holder }, place) => (
              <li key={`${title} ${place}`}>{holder ?? title}</li>
            ))}
          </ul>
        )}
      </Section>
      {of.may.invite && <Invite of={of} />}
    </Page>
  )
}

function Invite({ of }: Pick<Shown, 'of'>) {
  const [typed, setTyped] = useState(EMPTY)
  const [invited, setInvited] = useState('')
  const send = useSubmission<unknown, typeof EMPTY>(`${addressOf(of.id)}/contributors`)
  const field = (name: Name) => ({
    id: ids[name],
    value: typed[name],
    error: send.error?.fields[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  })
  return (
    <Section title="Invite somebody">
      <Status>
        {invited && (
          <Notice kind="done" title={`${invited} can write here now`}>
            <p>Give them this address: {`${window.location.origin}${routes.return(of.id)}`}</p>
          </Notice>
        )}
      </Status>
      <Form
        send="Invite them"
        sending={send.isPending}
        onSend={() =>
          send.mutate(
            { body: typed, version: of.version },
            {
              onSuccess: () => {
                setInvited(typed.name)
                setTyped(EMPTY)
              },
            },
          )
        }
        problem={send.error}
        tries={send.submittedAt}
        ids={ids}
      >
        <Line {...field('name')} label="Their name" />
        <Line {...field('mail')} label="Their mail address at work" hint="For example name@example.org" />
        <Line {...field('jobTitle')} label="Their job" hint="For example: class teacher" />
      </Form>
    </Section>
  )
}
