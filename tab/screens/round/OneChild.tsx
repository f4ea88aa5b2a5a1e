import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import { adultsInWords, readCase } from '#core/round/pasted-list.ts'
import type { WrittenCase } from '#core/round/pasted-list.ts'
import { THRESHOLDS } from '#core/round/words.ts'

import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Problem } from '../../problem.ts'
import { useRoundStyles } from './Rounds.styles.ts'
import type { ListedChild } from './useLongList.ts'

type Props = {
  readonly before: ListedChild | undefined
  readonly onWritten: (child: WrittenCase) => void
  readonly onLeave: (() => void) | undefined
}

/** One child of the long list, typed or changed. */
export function OneChild({ before, onWritten, onLeave }: Props) {
  const { today } = useMe()
  const styles = useRoundStyles()
  const own = useStyles()
  const [draft, setDraft] = useState(() => draftOf(before))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const write = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const error = (field: string) => problem?.fields[field]
  const send = () => {
    const { unborn, born, ...said } = draft
    const read = readCase({ ...said, born: unborn ? 'unborn' : born }, today)
    setTries(tries + 1)
    if (read.problems.length === 0) return onWritten(read.written)
    setProblem(problemOf(read.problems))
  }
  return (
    <Form
      send={before ? 'Put it back into the list' : 'Add to the list'}
      secondary
      sending={false}
      onSend={send}
      problem={problem}
      tries={tries}
      ids={IDS}
    >
      <LineField
        id={IDS.name}
        label="Child’s name"
        value={draft.name}
        error={error('name')}
        onChange={(name) => write({ name })}
      />
      <div className={own.born}>
        {!draft.unborn && (
          <DayBoxes
            id={IDS.born}
            label="Date of birth"
            hint="For example 3 2 2014"
            value={draft.born}
            error={error('born')}
            onChange={(born) => write({ born })}
          />
        )}
        <Checkbox
          className={own.unborn}
          label="Not born yet"
          checked={draft.unborn}
          onChange={(_, { checked }) => write({ unborn: checked === true })}
        />
      </div>
      <SelectField
        id={IDS.threshold}
        label="Where the case stands"
        none="Choose"
        options={Object.entries(THRESHOLDS).map(([id, name]) => ({ id, name }))}
        value={draft.threshold}
        error={error('threshold')}
        onChange={(threshold) => write({ threshold })}
      />
      <TextField
        id={IDS.adults}
        label="Adults around the child"
        hint="Such as: M1-Test (mother, lives with, parental responsibility); F1-Test (father)"
        rows={2}
        value={draft.adults}
        error={error('adults')}
        onChange={(adults) => write({ adults })}
      />
      {onLeave && (
        <div className={styles.acts}>
          <Button onClick={onLeave}>Leave it as it was</Button>
        </div>
      )}
    </Form>
  )
}

const useStyles = makeStyles({
  born: { marginBottom: tokens.spacingVerticalL, '& > fieldset': { marginBottom: tokens.spacingVerticalXS } },
  /** Its box stands under the date's first one. */
  unborn: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

const IDS = {
  name: 'child-name',
  born: 'child-born',
  threshold: 'child-threshold',
  adults: 'child-adults',
} as const

function draftOf(before: ListedChild | undefined) {
  if (!before) return { name: '', born: '', unborn: false, threshold: '', adults: '' }
  const { name, born, threshold, adults } = before
  return {
    name,
    born: born ?? '',
    unborn: born === null,
    threshold: threshold as string,
    adults: adultsInWords(adults),
  }
}

function problemOf(problems: readonly { readonly column: string; readonly says: string }[]): Problem {
  return new Problem(422, {
    title: 'Something is missing or not right',
    detail: 'Look at the fields that are marked.',
    fields: Object.fromEntries(problems.map(({ column, says }) => [column, says])),
  })
}
