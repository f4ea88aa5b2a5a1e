import type { CaseView } from '#core/cases/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { PersonField } from './PersonField.tsx'
import { usePeopleOptions } from './useCase.ts'
import { useTeam } from './useTeam.ts'
import type { Who } from './useTeam.ts'

const IDS = { worker: 'team-worker', manager: 'team-manager', team: 'team-name' } as const

type Props = { readonly of: CaseView; readonly onDone: () => void }

/** The lead agency names who works with the child. */
export function TeamForm({ of, onDone }: Props) {
  const options = usePeopleOptions()
  const { save, people, name, setName, write, submit } = useTeam(of, onDone)
  if (options.error && !options.data)
    return <Trouble problem={options.error} onAgain={() => void options.refetch()} />
  if (!options.data) return <Skeleton rows={3} />
  const errors = save.error?.fields ?? {}
  const list = options.data.people.map(({ id, name: called, jobTitle }) => ({
    id,
    name: jobTitle ? `${called}, ${jobTitle}` : called,
  }))
  const field = (who: Who) => ({
    id: IDS[who],
    people: list,
    error: errors[who],
    value: people[who],
    onChange: (part: Parameters<typeof write>[1]) => write(who, part),
  })
  return (
    <Form
      send={of.team ? 'Hand over' : 'Name the team'}
      sending={save.isPending}
      onSend={submit}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <PersonField
        {...field('worker')}
        label="Allocated worker"
        hint="Works with the child. No lead person of an agency in this case."
      />
      <PersonField {...field('manager')} label="Supervising manager" hint="Supervises the worker." />
      <LineField id={IDS.team} label="Team" error={errors['team']} value={name} onChange={setName} />
    </Form>
  )
}
