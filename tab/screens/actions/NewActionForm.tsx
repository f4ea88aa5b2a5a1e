import { Checkbox } from '@fluentui/react-components'

import type { RecordOptions } from '#core/actions/views.ts'
import { SOURCE_WORDS } from '#core/actions/words.ts'
import { countOf } from '#core/count.ts'

import { inWords, isDay } from '../../days.ts'
import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useNewActionStyles } from './NewAction.styles.ts'
import { SmartLines } from './SmartLines.tsx'
import type { FieldName, useNewAction } from './useNewAction.ts'

type Props = {
  readonly recording: ReturnType<typeof useNewAction>
  readonly cases: RecordOptions['cases']
}

const LONGEST_WHAT = 300

/** What will be done, by whom, asked by whom, by when, and how we will know that it helped. */
export function NewActionForm({ recording, cases }: Props) {
  const { draft, posts, save, write } = recording
  const styles = useNewActionStyles()
  const field = (name: FieldName) => ({
    id: IDS[name],
    value: draft[name],
    error: save.error?.fields[name],
    onChange: (value: string) => write(name, value),
  })
  const choices = posts.map(({ id, title, holder }) => ({
    id,
    name: `${title} (${holder ?? 'nobody holds it'})`,
  }))
  const first = draft.case ? 'Choose' : 'Choose the case first'
  return (
    <Form
      send="Record and tell the owner"
      sending={save.isPending}
      onSend={recording.submit}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <SelectField
        {...field('case')}
        label="Case"
        none="Choose"
        options={cases.map(({ id, reference }) => ({ id, name: reference }))}
      />
      <TextField
        {...field('what')}
        label="What will be done"
        hint={`This goes onto a card: no names. ${left(draft.what)}`}
        rows={3}
      />
      <SelectField {...field('owner')} label="Who will do it" none={first} options={choices} />
      {draft.owner && <Others recording={recording} error={save.error?.fields['owners']} />}
      <SelectField
        {...field('raiser')}
        label="Who asked for it"
        hint="Somebody in another agency. Only they can say that it happened."
        none={first}
        options={choices}
      />
      <DayBoxes {...field('due')} label="By which day" hint="For example 22 6 2018" />
      <TextField
        {...field('help')}
        label="How we will know that it helped"
        hint="Read by everyone whom the action concerns. Do not name the child or the family."
        rows={3}
      />
      <SelectField
        {...field('source')}
        label="Where it comes from"
        none="Choose"
        options={Object.entries(SOURCE_WORDS).map(([id, name]) => ({ id, name }))}
      />
      <SmartLines draft={draft} />
      <p className={styles.check}>
        <Check recording={recording} />
      </p>
    </Form>
  )
}

const IDS: Readonly<Record<FieldName, string>> = {
  case: 'new-case',
  what: 'new-what',
  owner: 'new-owner',
  raiser: 'new-raiser',
  due: 'new-due',
  help: 'new-help',
  source: 'new-source',
}

type OthersProps = Pick<Props, 'recording'> & { readonly error: string | undefined }

/** "Partners to ...": each agency gets an action of its own, under one number. */
function Others({ recording: { draft, posts, others, alsoAsk }, error }: OthersProps) {
  const styles = useNewActionStyles()
  const owner = posts.find(({ id }) => id === draft.owner)
  const taken = [draft.owner, draft.raiser, ...others].flatMap(
    (id) => posts.find((post) => post.id === id)?.agency ?? [],
  )
  const free = posts.filter(
    ({ id, agency }) =>
      others.includes(id) ||
      (id !== draft.raiser && agency !== null && agency !== owner?.agency && !taken.includes(agency)),
  )
  if (free.length === 0) return null
  return (
    <fieldset className={styles.others} id="new-owners">
      <legend>Is the same asked of other agencies?</legend>
      <p className={styles.hint}>Each of them gets an action of its own, under one number.</p>
      {error && <p role="alert">{error}</p>}
      {free.map(({ id, title, holder }) => (
        <Checkbox
          key={id}
          checked={others.includes(id)}
          label={`${title} (${holder ?? 'nobody holds it'})`}
          onChange={(_, { checked }) => alsoAsk(id, checked === true)}
        />
      ))}
    </fieldset>
  )
}

function left(what: string): string {
  const rest = LONGEST_WHAT - what.trim().length
  return rest >= 0 ? `${rest} characters left.` : `${-rest} characters too long.`
}

/** All in one line, to be read before it is sent. */
function Check({ recording }: Pick<Props, 'recording'>) {
  const { today } = useMe()
  const { draft, titleOf, others } = recording
  const { owner, raiser, due, what } = draft
  if (!owner || !raiser || !what.trim() || !isDay(due))
    return 'What you record is summed up here before you send it.'
  const more = others.length > 0 ? ` and ${countOf(others.length, 'other')}` : ''
  return `${titleOf(owner)}${more} will do this by ${inWords(due, today)}, and ${titleOf(raiser)} will say whether it happened: ${what.trim()}`
}
