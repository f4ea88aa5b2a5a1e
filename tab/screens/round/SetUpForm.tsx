import { Checkbox } from '@fluentui/react-components'

import type { RoundOptions } from '#core/round/views.ts'
import { THEME_SOURCES } from '#core/round/words.ts'

import { Form } from '../../parts/form/Form.tsx'
import { described, Hints } from '../../parts/form/Labelled.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { Section } from '../../parts/Section.tsx'
import { DaysFields } from './DaysFields.tsx'
import { MembersFields } from './MembersFields.tsx'
import { useRoundStyles } from './Rounds.styles.ts'
import { useSetUp } from './useSetUp.ts'
import type { Writing } from './useSetUp.ts'

type Props = { readonly writing: Writing; readonly options: RoundOptions }

/** Theme and sources; the days, with the timetable beside them; agencies and lead persons; the round’s code. */
export function SetUpForm({ writing, options }: Props) {
  const setUp = useSetUp(writing, options)
  const styles = useRoundStyles()
  const { draft, save, write } = setUp
  const error = (field: string) => save.error?.fields[field]
  const method = writing.kind === 'new' ? (options.methods[0]?.id ?? '') : methodOf(writing, options)
  return (
    <Form
      send={SEND[writing.kind]}
      sending={save.isPending}
      onSend={setUp.submit}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <Section title="Theme">
        <div className={styles.column}>
          <LineField
            id={IDS.theme}
            label="What the round is about"
            hint="For example: Neglect"
            value={draft.theme}
            error={error('theme')}
            onChange={(theme) => write({ theme })}
          />
          <Sources
            chosen={draft.sources}
            error={error('sources')}
            onChange={(sources) => write({ sources })}
          />
        </div>
      </Section>
      <Section title="Days">
        <DaysFields method={method} draft={draft} write={write} error={error} />
      </Section>
      {writing.kind !== 'copy' && (
        <Section title="Agencies and lead persons" id={IDS.members}>
          <MembersFields
            members={draft.members}
            options={options}
            error={error('members')}
            onChange={(members) => write({ members })}
          />
        </Section>
      )}
      {writing.kind === 'new' && (
        <Section title="Close the loop">
          <Checkbox
            id="round-loop-for-all"
            label="Ask for a close-the-loop form in every case, also where the panel finds the work good"
            checked={draft.loopForAll}
            onChange={(_, { checked }) => write({ loopForAll: checked === true })}
          />
        </Section>
      )}
      {writing.kind !== 'change' && <Spoken setUp={setUp} options={options} />}
    </Form>
  )
}

type SourcesProps = {
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChange: (sources: readonly string[]) => void
}

function Sources({ chosen, error, onChange }: SourcesProps) {
  const styles = useRoundStyles()
  const labels = { id: IDS.sources, hint: 'Choose one or more.', error }
  return (
    <fieldset className={styles.boxes} {...described(labels)} aria-invalid={undefined}>
      <legend className={styles.legend}>Where the theme comes from</legend>
      <Hints {...labels} />
      {Object.entries(THEME_SOURCES).map(([source, words], place) => (
        <Checkbox
          key={source}
          id={place === 0 ? IDS.sources : `${IDS.sources}-${source}`}
          label={words}
          checked={chosen.includes(source)}
          onChange={() =>
            onChange(chosen.includes(source) ? chosen.filter((each) => each !== source) : [...chosen, source])
          }
        />
      ))}
    </fieldset>
  )
}

/** The code of the round and the references of its cases: proposed, and changed only by those who want to. */
function Spoken({
  setUp,
  options,
}: {
  readonly setUp: ReturnType<typeof useSetUp>
  readonly options: RoundOptions
}) {
  const { draft, save, code, write } = setUp
  const styles = useRoundStyles()
  const count = options.methods[0]?.longList ?? 20
  const letters = code?.split('-')[0] ?? ''
  const isWrong = save.error?.fields['prefix'] !== undefined || save.error?.fields['number'] !== undefined
  return (
    <Section title="Code of the round">
      <p className={styles.text}>
        {code
          ? `Round ${code}, with cases ${letters}-01 to ${letters}-${count}. They are used once and for ever.`
          : 'The code comes from the theme: Neglect gives N, and its cases are N-01, N-02.'}
      </p>
      <details className={styles.fold} open={isWrong || undefined}>
        <summary>Choose other letters or another number</summary>
        <LineField
          id={IDS.prefix}
          label="Letters"
          hint="One to four capital letters that no other round has."
          value={draft.prefix}
          error={save.error?.fields['prefix']}
          onChange={(prefix) => write({ prefix })}
        />
        <LineField
          id={IDS.number}
          label="Number of the round in its year"
          value={draft.number}
          error={save.error?.fields['number']}
          onChange={(number) => write({ number })}
        />
      </details>
    </Section>
  )
}

const SEND = { new: 'Save the round', copy: 'Save the copy', change: 'Save the changes' } as const

const IDS = {
  theme: 'round-theme',
  sources: 'round-sources',
  start: 'round-start',
  leftOut: 'round-weeks',
  members: 'round-members',
  prefix: 'round-prefix',
  number: 'round-number',
} as const

function methodOf({ of }: Exclude<Writing, { kind: 'new' }>, { methods }: RoundOptions): string {
  return methods.find(({ name }) => name === of.method.name)?.id ?? methods[0]?.id ?? ''
}
