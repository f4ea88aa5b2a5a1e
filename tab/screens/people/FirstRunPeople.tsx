import { useState } from 'react'

import type { FirstRunView } from '#core/people/first-run/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { PersonField } from '../cases/PersonField.tsx'
import { sent, someone } from '../cases/useTeam.ts'
import type { Person, Sent } from '../cases/useTeam.ts'
import { useFirstRunStyles } from './FirstRun.styles.ts'

const IDS = { role: 'first-role', who: 'first-who' } as const

type Role = { readonly office: string } | { readonly represents: string }
type Props = { readonly of: FirstRunView; readonly isNext: boolean }

/** The offices, who answers for which agency, and how each of them signs in. */
export function FirstRunPeople({ of, isNext }: Props) {
  const styles = useFirstRunStyles()
  const { offices, agencies, people, ready } = of
  return (
    <>
      <ul className={styles.list}>
        {offices.map(({ post, title, needed, holder }) => (
          <li key={post}>
            <span className={styles.title}>
              {ready ? <TextLink to={routes.post(post)}>{title}</TextLink> : title}
            </span>
            <span>{holder ?? <Vacant needed={needed} />}</span>
          </li>
        ))}
        {agencies.map(({ id, name, representative }) => (
          <li key={id}>
            <span className={styles.title}>Answers for {name}</span>
            <span>{representative ?? 'Nobody yet'}</span>
          </li>
        ))}
      </ul>
      <p>Lead persons are named with each round, those who work on a case with the case.</p>
      {ready ? (
        <p>
          <TextLink to={routes.people}>See people and their posts</TextLink>
        </p>
      ) : (
        <NameSomebody of={of} isNext={isNext} />
      )}
      <h3 className={styles.heading}>How they sign in</h3>
      <ul className={styles.list}>
        {people.map(({ id, name, bound }) => (
          <li key={id}>
            <TextLink to={routes.access(id)}>{name}</TextLink>
            <span>{bound ? 'Has an account' : 'By mail alone: cannot sign in yet'}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Vacant({ needed }: { readonly needed: boolean }) {
  return needed ? (
    <>
      <Shape of="triangle" /> Nobody yet: no round without
    </>
  ) : (
    'Nobody yet'
  )
}

function NameSomebody({ of, isNext }: Props) {
  const [role, setRole] = useState('')
  const [who, setWho] = useState<Person>(someone(undefined))
  const save = useSubmission<{ person: string }, { who: Sent; role: Role }>('/api/set-up/people')
  const errors = save.error?.fields ?? {}
  const begin = (): void => {
    setRole('')
    setWho(someone(undefined))
  }
  return (
    <Form
      send="Name them"
      secondary={!isNext}
      sending={save.isPending}
      onSend={() => save.mutate({ body: { who: sent(who), role: roleOf(role) } }, { onSuccess: begin })}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <SelectField
        id={IDS.role}
        label="What they do"
        hint="To put a mistake right, name another person for the same."
        none="Choose"
        error={errors['role'] ?? errors['office'] ?? errors['represents']}
        options={rolesOf(of)}
        value={role}
        onChange={setRole}
      />
      <PersonField
        id={IDS.who}
        label="Who it is"
        hint="From today. Nobody names themselves to an office."
        error={errors['who']}
        people={of.people.map(({ id, name, jobTitle }) => ({
          id,
          name: jobTitle ? `${name}, ${jobTitle}` : name,
        }))}
        value={who}
        onChange={(part) => setWho((before) => ({ ...before, ...part }))}
      />
      <Status>{save.data && <p>It is saved, from today.</p>}</Status>
    </Form>
  )
}

const BOARD = 'board:'

function rolesOf({ offices, agencies }: FirstRunView) {
  return [
    ...offices.filter(({ yours }) => yours).map(({ post, title }) => ({ id: post, name: title })),
    ...agencies.map(({ id, name }) => ({ id: `${BOARD}${id}`, name: `Answers for ${name}` })),
  ]
}

function roleOf(chosen: string): Role {
  return chosen.startsWith(BOARD) ? { represents: chosen.slice(BOARD.length) } : { office: chosen }
}
