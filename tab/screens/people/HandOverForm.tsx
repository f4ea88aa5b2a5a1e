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
  readonly to?: Sent
  readonly others: readonly { readonly post: string; readonly to: Sent }[]
  readonly posts: readonly string[]
}

/**
 * One successor for all, or another one for single posts; an office of the partnership always by a word of its own.
 * Everything goes in one move.
 */
export function HandOverForm({ of }: { readonly of: LeavingView }) {
  const styles = usePeopleStyles()
  const { today } = useMe()
  const options = usePeopleOptions()
  const save = useSubmission<{ posts: number }, Move>(`${personAddress(of.person)}/hand-over`)
  const [to, setTo] = useState<Person>(someone(undefined))
  const [from, setFrom] = useState(today)
  const [single, setSingle] = useState(false)
  const [others, setOthers] = useState<Readonly<Record<string, string>>>({})
  const [inOffice, setInOffice] = useState<Readonly<Record<string, Person>>>({})
  if (options.error && !options.data)
    return <Trouble problem={options.error} onAgain={() => void options.refetch()} />
  if (!options.data) return <Skeleton rows={3} />
  const errors = save.error?.fields ?? {}
  const people = options.data.people
    .filter(({ id }) => id !== of.person)
    .map(({ id, name, jobTitle }) => ({ id, name: jobTitle ? `${name}, ${jobTitle}` : name }))
  const going = of.posts.filter(({ to: ends }) => ends === null || ends >= from)
  const held = oneOfEach(going.filter(({ as }) => as === 'holder'))
  const offices = held.filter(({ office }) => office)
  const rest = held.filter(({ office }) => !office)
  const submit = () =>
    save.mutate({
      body: {
        from,
        ...(rest.length > 0 && { to: sent(to) }),
        others: [
          ...offices.map(({ id }) => ({ post: id, to: sent(inOffice[id] ?? someone(undefined)) })),
          ...rest
            .filter(({ id }) => single && (others[id] ?? '') !== '')
            .map(({ id }) => ({ post: id, to: { person: others[id] ?? '' } })),
        ],
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
          ids={{
            from: IDS.from,
            ...Object.fromEntries(offices.map((_, place) => [`others.${place}.to`, officeId(place)])),
            to: IDS.to,
          }}
        >
          <DayBoxes
            id={IDS.from}
            label="First day without them"
            hint="From then on nothing more is sent to them, and what waits to be sent goes to who follows."
            error={errors['from']}
            value={from}
            onChange={setFrom}
          />
          {offices.map(({ id, title }, place) => (
            <PersonField
              key={id}
              id={officeId(place)}
              label={`Who follows: ${title}`}
              hint="An office of the partnership opens every case. Whoever was named for a later day stays so."
              error={errors[`others.${place}.to`]}
              people={people}
              value={inOffice[id] ?? someone(undefined)}
              onChange={(part) =>
                setInOffice((before) => ({
                  ...before,
                  [id]: { ...(before[id] ?? someone(undefined)), ...part },
                }))
              }
            />
          ))}
          {rest.length > 0 && (
            <PersonField
              id={IDS.to}
              label={offices.length > 0 ? 'Who follows in all else' : 'Who follows'}
              hint="Gets all that the posts owe and are owed: returns, drafts, forms, actions owned and raised, meetings."
              error={errors['to']}
              people={people}
              value={to}
              onChange={(part) => setTo((before) => ({ ...before, ...part }))}
            />
          )}
          {rest.length > 1 && (
            <p>
              <Button type="button" aria-expanded={single} onClick={() => setSingle(!single)}>
                Somebody else for single posts
              </Button>
            </p>
          )}
          {single &&
            rest.map(({ id, title }) => (
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

function officeId(place: number): string {
  return `leave-office-${place}`
}

/** Somebody may hold a post today and again later: who follows is said once. */
function oneOfEach(held: LeavingView['posts']): LeavingView['posts'] {
  return [...new Map(held.map((each) => [each.id, each])).values()]
}
