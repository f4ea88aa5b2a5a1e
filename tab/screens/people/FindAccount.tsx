import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { AccessView, DirectoryView } from '#core/people/access/views.ts'

import { get } from '../../api.ts'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'
import { InviteGuest } from './InviteGuest.tsx'
import { usePeopleStyles } from './People.styles.ts'
import { personAddress } from './usePeople.ts'

const SEARCH_IDS = { q: 'account-search' } as const
const IDS = { aadId: 'account-chosen', agency: 'account-agency' } as const

/** Which account of the directory somebody has: found by name, and chosen. */
export function FindAccount({ access }: { readonly access: AccessView }) {
  const styles = usePeopleStyles()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const found = useQuery<DirectoryView, Problem>({
    queryKey: ['directory', asked],
    queryFn: ({ signal }) => get(`/api/directory?q=${encodeURIComponent(asked)}`, signal),
    enabled: asked.length > 1,
  })
  return (
    <Section title={access.bound ? 'Another account' : 'An account that the directory has'}>
      <div className={styles.form}>
        <Form
          send="Search the directory"
          secondary
          sending={found.isFetching}
          onSend={() => setAsked(words.trim())}
          problem={null}
          tries={0}
          ids={SEARCH_IDS}
        >
          <LineField
            id={SEARCH_IDS.q}
            label="Name or mail address"
            hint="Two letters or more."
            value={words}
            onChange={setWords}
          />
        </Form>
        {found.error && <Trouble problem={found.error} onAgain={() => void found.refetch()} />}
        {found.data && <Choose key={asked} access={access} found={found.data} />}
        {found.data?.invites === true && !access.bound && access.agencies.length > 0 && (
          <InviteGuest access={access} />
        )}
      </div>
    </Section>
  )
}

type Choice = { readonly access: AccessView; readonly found: DirectoryView }
type Said = { tenantId: string; aadId: string; agency: string | null }

function Choose({ access: { person, name, agencies }, found: { items } }: Choice) {
  const [account, setAccount] = useState('')
  const [agency, setAgency] = useState(agencies.length === 1 ? (agencies[0]?.id ?? '') : '')
  const save = useSubmission<{ person: string }, Said>(`${personAddress(person)}/account`)
  const free = items.filter(({ taken }) => !taken)
  const chosen = free.find(({ aadId }) => aadId === account)
  // Whoever holds an office, or posts of two agencies, can be a guest of none.
  const isNobodys = chosen?.guest === true && agencies.length === 0
  const errors = save.error?.fields ?? {}
  if (free.length === 0)
    return <p>{items.length === 0 ? 'Nobody was found.' : 'All who were found are somebody else here.'}</p>
  const send = (): void =>
    save.mutate({
      body: {
        tenantId: chosen?.tenantId ?? '',
        aadId: account,
        // A guest without an agency is refused by the server.
        agency: chosen?.guest === true ? agency : null,
      },
    })
  return (
    <Form
      send={`This is ${name}`}
      secondary
      sending={save.isPending}
      onSend={send}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <SelectField
        id={IDS.aadId}
        label="Account"
        none="Choose an account"
        error={errors['aadId'] ?? errors['tenantId']}
        options={free.map(({ aadId, name: its, mail, title, guest }) => ({
          id: aadId,
          name: [its, mail, title, guest ? 'guest' : null].filter(Boolean).join(', '),
        }))}
        value={account}
        onChange={setAccount}
      />
      {isNobodys && (
        <Notice kind="trouble" title="This is a guest of your organisation">
          <p>
            Nobody from outside holds an office of the partnership, or posts of two agencies. Choose another
            account.
          </p>
        </Notice>
      )}
      {chosen?.guest === true && !isNobodys && (
        <SelectField
          id={IDS.agency}
          label="Guest of"
          hint="Guests are let in for 90 days at a time, and hold posts of their own agency alone."
          none="Choose an agency"
          error={errors['agency']}
          options={agencies}
          value={agency}
          onChange={setAgency}
        />
      )}
      <Status>{save.data && <Notice kind="done" title="It is saved: they can sign in." />}</Status>
    </Form>
  )
}
