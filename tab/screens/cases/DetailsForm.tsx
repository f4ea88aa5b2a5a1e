import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import { CASE_TYPES } from '#core/cases/case-type.ts'
import type { ChildOfCaseView } from '#core/cases/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { ShowChild } from '../../parts/ShowChild.tsx'
import { useSubmission } from '../../submission.ts'
import { useCaseStyles } from './OneCase.styles.ts'
import { useChildOfCase } from './useCase.ts'

type Props = { readonly id: string; readonly child: ChildOfCaseView; readonly onSaved: () => void }

const IDS = {
  opened: 'details-opened',
  name: 'details-name',
  born: 'details-born',
  gender: 'details-gender',
  ethnicity: 'details-ethnicity',
  religion: 'details-religion',
  type: 'details-type',
} as const

const MORE = [
  ['gender', 'Gender'],
  ['ethnicity', 'Ethnicity'],
  ['religion', 'Religion'],
] as const

/** The details of the child as the close-the-loop form has them. An empty field is said to be not recorded. */
export function DetailsForm({ id, child, onSaved }: Props) {
  const styles = useCaseStyles()
  const [draft, setDraft] = useState(() => draftOf(child))
  const save = useSubmission<{ version: number }, object>(`/api/cases/${encodeURIComponent(id)}/details`)
  // Somebody else was faster: what stands there now is shown beside what was typed, which can then be sent.
  const fresh = useChildOfCase(id)
  const [version, setVersion] = useState(child.version)
  const readAgain = () => fresh.mutate({ body: {} }, { onSuccess: (now) => setVersion(now.version) })
  const errors = save.error?.fields ?? {}
  const write = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const { unborn, born, opened, type, ...texts } = draft
  const body = { ...texts, born: unborn ? null : born, opened: opened || null, type: type || null }
  return (
    <Form
      send="Save the details"
      sending={save.isPending}
      onSend={() =>
        save.mutate(
          { body, version },
          { onSuccess: onSaved, onError: (problem) => problem.isConflict && readAgain() },
        )
      }
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      {fresh.data && <ShowChild what="what stands there now" see={fresh} />}
      <DayBoxes
        id={IDS.opened}
        label="Date case currently opened"
        hint="Leave it empty if you do not know it"
        value={opened}
        error={errors['opened']}
        onChange={(day) => write({ opened: day })}
      />
      <LineField
        id={IDS.name}
        label="Child’s name"
        value={draft.name}
        error={errors['name']}
        onChange={(name) => write({ name })}
      />
      <div className={styles.born}>
        {!unborn && (
          <DayBoxes
            id={IDS.born}
            label="Date of birth"
            hint="For example 3 2 2014"
            value={born}
            error={errors['born']}
            onChange={(day) => write({ born: day })}
          />
        )}
        <Checkbox
          label="Not born yet"
          checked={unborn}
          onChange={(_, { checked }) => write({ unborn: checked === true })}
        />
      </div>
      {MORE.map(([field, label]) => (
        <LineField
          key={field}
          id={IDS[field]}
          label={label}
          hint="Leave it empty if it is not recorded"
          value={draft[field]}
          error={errors[field]}
          onChange={(text) => write({ [field]: text })}
        />
      ))}
      <SelectField
        id={IDS.type}
        label="Type of case"
        none="As it was listed"
        options={Object.entries(CASE_TYPES).map(([key, name]) => ({ id: key, name }))}
        value={type}
        error={errors['type']}
        onChange={(chosen) => write({ type: chosen })}
      />
    </Form>
  )
}

function draftOf({ name, born, gender, ethnicity, religion, opened, type }: ChildOfCaseView) {
  return {
    name,
    born: born ?? '',
    unborn: born === null,
    gender: gender ?? '',
    ethnicity: ethnicity ?? '',
    religion: religion ?? '',
    opened: opened ?? '',
    type: (type ?? '') as string,
  }
}
