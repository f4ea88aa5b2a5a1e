import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import type { RoundOptions } from '#core/round/views.ts'

import { Hints } from '../../parts/form/Labelled.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { anotherMember, NEW } from './members.ts'
import type { MemberDraft } from './members.ts'
import { useRoundStyles } from './Rounds.styles.ts'

type Props = {
  readonly members: readonly MemberDraft[]
  readonly options: RoundOptions
  readonly error: string | undefined
  readonly onChange: (members: readonly MemberDraft[]) => void
}

/** One card for each agency: who leads it, that they decide for it, and who collates for it. */
export function MembersFields({ members, options, error, onChange }: Props) {
  const styles = useRoundStyles()
  const change = (key: string, to: Partial<MemberDraft>) =>
    onChange(members.map((member) => (member.key === key ? { ...member, ...to } : member)))
  return (
    <>
      <p className={styles.text}>
        The lead person answers for the agency. They are independent of the work with the child and senior
        enough to decide for their agency. You can save the round before all are named. The long list can go
        out once every agency has one.
      </p>
      <Hints id="round-members" error={error} />
      {members.map((member) => (
        <MemberCard
          key={member.key}
          member={member}
          others={members.filter(({ key, collator }) => key !== member.key && collator === '')}
          people={options.people}
          onChange={(to) => change(member.key, to)}
          onRemove={() => onChange(members.filter(({ key }) => key !== member.key))}
        />
      ))}
      <AddAgency members={members} options={options} onAdd={(member) => onChange([...members, member])} />
    </>
  )
}

type CardProps = {
  readonly member: MemberDraft
  /** Who could collate for it. */
  readonly others: readonly MemberDraft[]
  readonly people: RoundOptions['people']
  readonly onChange: (to: Partial<MemberDraft>) => void
  readonly onRemove: () => void
}

function MemberCard({ member, others, people, onChange, onRemove }: CardProps) {
  const styles = useRoundStyles()
  const { key, agency, name, lead, jobTitle, senior, collator } = member
  const id = (field: string) => `member-${key}-${field}`
  const leads = [
    ...people.map(({ id: person, name: words, jobTitle: job }) => ({
      id: person,
      name: job ? `${words}, ${job}` : words,
    })),
    { id: NEW, name: 'Somebody who is not in this list' },
  ]
  return (
    <fieldset className={styles.card}>
      <legend>{name || 'Another agency'}</legend>
      <div className={styles.fields}>
        {agency === '' && (
          <LineField
            id={id('name')}
            label="Name of the agency"
            value={name}
            onChange={(typed) => onChange({ name: typed })}
          />
        )}
        <SelectField
          id={id('lead')}
          label="Lead person"
          none="Nobody yet"
          options={leads}
          value={lead}
          onChange={(chosen) => onChange({ lead: chosen, ...jobOf(people, chosen) })}
        />
        {lead === NEW && <NewLead member={member} id={id} onChange={onChange} />}
        <LineField
          id={id('job')}
          label="Job title"
          value={jobTitle}
          onChange={(typed) => onChange({ jobTitle: typed })}
        />
        <SelectField
          id={id('collator')}
          label="Sends its return to"
          none="The partnership"
          options={others
            .filter(({ name: words }) => words !== '')
            .map(({ name: words }) => ({ id: words, name: words }))}
          value={collator}
          onChange={(chosen) => onChange({ collator: chosen })}
        />
      </div>
      <div className={styles.acts}>
        <Checkbox
          label="Decides for the agency"
          checked={senior}
          onChange={(_, { checked }) => onChange({ senior: checked === true })}
        />
        <Button appearance="subtle" onClick={onRemove} aria-label={`Take out ${name || 'this agency'}`}>
          Take out
        </Button>
      </div>
    </fieldset>
  )
}

type NewLeadProps = Pick<CardProps, 'member' | 'onChange'> & { readonly id: (field: string) => string }

function NewLead({ member, id, onChange }: NewLeadProps) {
  return (
    <>
      <LineField
        id={id('new-name')}
        label="Name"
        value={member.newName}
        onChange={(newName) => onChange({ newName })}
      />
      <LineField
        id={id('new-mail')}
        label="Mail address"
        type="email"
        value={member.newMail}
        onChange={(newMail) => onChange({ newMail })}
      />
      <SelectField
        id={id('new-road')}
        label="How we reach them"
        none="Choose"
        options={ROADS}
        value={member.newRoad}
        onChange={(chosen) => onChange({ newRoad: ROADS.find((road) => road.id === chosen)?.id ?? 'mail' })}
      />
    </>
  )
}

const ROADS = [
  { id: 'mail', name: 'By mail with a link' },
  { id: 'teams', name: 'In Teams' },
  { id: 'both', name: 'In Teams and by mail' },
] as const

type AddProps = Pick<Props, 'members' | 'options'> & { readonly onAdd: (member: MemberDraft) => void }

function AddAgency({ members, options, onAdd }: AddProps) {
  const styles = useRoundStyles()
  const [chosen, setChosen] = useState('')
  const left = options.agencies.filter(({ id }) => !members.some(({ agency }) => agency === id))
  return (
    <div className={styles.acts}>
      <SelectField
        id="add-agency"
        label="Add an agency"
        none="Choose"
        options={[...left, { id: NEW, name: 'An agency that is not in this list' }]}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        disabledFocusable={chosen === ''}
        onClick={() => {
          onAdd(anotherMember(left.find(({ id }) => id === chosen)))
          setChosen('')
        }}
      >
        Add
      </Button>
    </div>
  )
}

/** Whoever is chosen brings their job title along, when we know it. */
function jobOf(people: RoundOptions['people'], chosen: string): Partial<MemberDraft> {
  const job = people.find(({ id }) => id === chosen)?.jobTitle
  return job ? { jobTitle: job, senior: false } : { senior: false }
}
