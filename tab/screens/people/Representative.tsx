import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Section } from '../../parts/Section.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { usePeopleStyles } from './People.styles.ts'

type Props = { readonly agencies: readonly { readonly id: string; readonly name: string }[] }

const IDS = { agency: 'represented-agency' } as const

/** An agency gets a post for whoever represents it on the board; the post's page names who that is. */
export function Representative({ agencies }: Props) {
  const styles = usePeopleStyles()
  const [agency, setAgency] = useState('')
  const make = useSubmission<{ post: string }, { agency: string }>('/api/representatives')
  return (
    <Section title="Who answers for an agency">
      <p>
        They see how their agency stands: returns, actions and forms by reference, counts of grades, nothing
        about a child.
      </p>
      <div className={styles.form}>
        <Form
          send="Add the post, then name who holds it"
          secondary
          sending={make.isPending}
          onSend={() =>
            make.mutate({ body: { agency } }, { onSuccess: ({ post }) => navigate(routes.post(post)) })
          }
          problem={make.error}
          tries={make.submittedAt}
          ids={IDS}
        >
          <SelectField
            id={IDS.agency}
            label="Agency"
            none="Choose an agency"
            error={make.error?.fields['agency']}
            options={agencies}
            value={agency}
            onChange={setAgency}
          />
        </Form>
      </div>
    </Section>
  )
}
