import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { LeavingView } from '#core/people/views.ts'

import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { PersonField } from '../cases/PersonField.tsx'
import { usePeopleOptions } from '../cases/useCase.ts'
import { sent, someone } from '../cases/useTeam.ts'
import type { Person, Sent } from '../cases/useTeam.ts'
import { usePeopleStyles } from './People.styles.ts'
import { personAddress } from './usePeople.ts'

const IDS = { to: 'leave-to', from: 'leave-from' } as const

type Move = {
  readonly from: string
  readonly to: Sent
  readonly others: readonly { readonly post: string; readonly to: Sent }[]
  readonly posts: readonly string[]
}

/** One successor for all, or another one for single posts; everything goes in one move. */
export function HandOverForm({ of }: { readonly of: LeavingView }) {
  const styles = usePeopleStyles()
  const { today } = useMe()
  const options = usePeopleOptions()
  const save = useSubmission<{ posts: number }, Move>(`${personAddress(of.person)}/hand-over`)
  const [to, setTo] = useState<Person>(someone(undefined))
  const [from, setFrom] = useState(today)
  const [single, setSingle] = useState(false)
  const [others, setOthers] = useState<Readonly<Record<string, string>>>({})
  if (options.error) return <Trouble problem={options.error} onAgain={() => void options.refetch()} />
  if (!options.data) return <Skeleton rows={3} />
  const errors = save.error?.fields ?? {}
  const people = options.data.people
    .filter(({ id }) => id !== of.person)
    .map(({ id, name, jobTitle }) => ({ id, name: jobTitle ? `${name}, ${jobTitle}` : name }))
  const going = of.posts.filter(({ to: ends }) => ends === null || ends >= from)
  const held = going.filter(({ as }) => as === 'holder')
  const submit = () =>
    save.mutate({
      body: {
        from,
        to: sent(to),
        others: Object.entries(others)
          .filter(([, person]) => single && person !== '')
          .map(([post, person]) => ({ post, to: { person } })),
        posts: [...new Set(going.map(({ id }) => id))],
      },
    })
  return (
    <Section title="Hand over in one move">
      <div className={styles.form}>
        <Form
          send={`Hand over ${held.length === 1 ? 'the post' : `all ${held.length} posts`}`}
          sending={save.isPending}
          onSend={submit}
          problem={save.error}
          tries={save.submittedAt}
          ids={IDS}
        >
          <DayBoxes
            id={IDS.from}
            label="First day without them"
            hint="From then on nothing more is sent to them, and what waits to be sent goes to who follows."
            error={errors['from']}
            value={from}
            onChange={setFrom}
          />
          <PersonField
            id={IDS.to}
            label="Who follows"
            hint="Gets all that the posts owe and are owed: returns, drafts, forms, actions owned and raised, meetings."
            error={errors['to']}
            people={people}
            value={to}
            onChange={(part) => setTo((before) => ({ ...before, ...part }))}
          />
          {held.length > 1 && (
            <p>
              <Button type="button" aria-expanded={single} onClick={() => setSingle(!single)}>
                Somebody else for single posts
              </Button>
            </p>
          )}
          {single &&
            held.map(({ id, title }) => (
              <SelectField
                key={id}
                id={`leave-${id}`}
                label={title}
                none="The same as for the others"
                options={people}
                value={others[id] ?? ''}
                onChange={(person) => setOthers((before) => ({ ...before, [id]: person }))}
              />
            ))}
        </Form>
      </div>
    </Section>
  )
}
