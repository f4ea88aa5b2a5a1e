import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { Empty } from '../../parts/Empty.tsx'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Page } from '../../parts/Page.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Line } from './Line.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { BothTexts } from './Saving.tsx'
import { stepOf } from './shown.ts'
import type { Shown } from './shown.ts'
import { useEntry } from './useEntry.ts'
import type { EntryDraft, EntryField } from './useEntry.ts'

/** One entry of the chronology: a new one, or one that is changed. */
export function EntryPage({ of, content, entry: id }: Shown & { readonly entry: string }) {
  const entry = content.entries?.find((each) => each.id === id)
  const up = { to: stepOf(of, 'chronology'), name: `Chronology for ${of.reference}` }
  const [wasThere] = useState(entry !== undefined || id === 'new')
  if (!of.may.write.chronology || !wasThere)
    return (
      <Page title="This entry can’t be changed" up={up} narrow>
        <Empty says="It was sent, or taken out meanwhile.">
          <TextLink to={up.to}>Back to the chronology</TextLink>
        </Empty>
      </Page>
    )
  return (
    <Page
      title={id === 'new' ? 'Add an entry' : 'Change an entry'}
      says={`Chronology for ${of.reference}. ${of.readBy}`}
      up={up}
      narrow
    >
      <EntryForm of={of} entry={entry} />
    </Page>
  )
}

const ids = {
  on: 'entry-on',
  until: 'entry-until',
  event: 'entry-event',
  voice: 'entry-voice',
  raisedBy: 'entry-raised-by',
  response: 'entry-response',
  responseSeen: 'entry-response-seen',
  source: 'entry-source',
} as const satisfies Record<EntryField, string>

function EntryForm({
  of,
  entry,
}: {
  readonly of: Shown['of']
  readonly entry: Parameters<typeof useEntry>[1]
}) {
  const styles = useReturnStyles()
  const { draft, save, remove, theirs, write, submit, takeOut, keepMine, keepTheirs } = useEntry(of, entry)
  const field = (name: EntryField) => ({
    id: ids[name],
    value: draft[name],
    error: save.error?.fields[name],
    onChange: (value: string) => write(name, value),
  })
  return (
    <>
      <p className={styles.quiet}>What you type here is kept when you press “Save the entry”.</p>
      {theirs && (
        <BothTexts
          mine={inWords(draft)}
          theirs={{ ...theirs, text: inWords({ ...theirs, until: theirs.until ?? '' }) }}
          onTheirs={keepTheirs}
          onMine={keepMine}
        />
      )}
      <div className={styles.form}>
        <Form
          key={theirs ? 'theirs' : entry?.version}
          send="Save the entry"
          sending={save.isPending}
          onSend={submit}
          problem={theirs ? null : save.error}
          tries={save.submittedAt}
          ids={ids}
        >
          <DayBoxes {...field('on')} label="On which day?" hint="For example 20 3 2018" />
          <DayBoxes {...field('until')} label="Until which day?" hint="Only if it went on for some days" />
          <TextField {...field('event')} label="What happened?" hint="The facts, as they are recorded." />
          <TextField
            {...field('voice')}
            label="The child’s voice"
            hint="In the child’s own words, or what was seen of the child. Leave it empty if it was not obtained."
          />
          <Line
            {...field('raisedBy')}
            label="Who raised it?"
            hint="The job, not the name. For example: class teacher"
          />
          <RadioField
            {...field('responseSeen')}
            label="Was there a response?"
            options={{ seen: 'Yes', none: 'None is recorded', 'not-needed': 'None was needed' }}
          />
          <TextField
            {...field('response')}
            label="What was the response?"
            hint="Leave it empty if there was none."
          />
          <Line {...field('source')} label="Where is it recorded?" hint="For example: log 31" />
        </Form>
      </div>
      {entry && <TakeOut onTakeOut={takeOut} isBusy={remove.isPending} />}
      {remove.error && <Trouble problem={remove.error} takesFocus />}
    </>
  )
}

/** Asked twice, because it takes a text away. */
function TakeOut({ onTakeOut, isBusy }: { readonly onTakeOut: () => void; readonly isBusy: boolean }) {
  const styles = useReturnStyles()
  const [asked, ask] = useState(false)
  return (
    <div className={styles.acts}>
      {asked ? (
        <>
          <Button disabledFocusable={isBusy} onClick={onTakeOut}>
            Yes, take it out
          </Button>
          <Button onClick={() => ask(false)}>No, keep it</Button>
        </>
      ) : (
        <Button onClick={() => ask(true)}>Take this entry out</Button>
      )}
    </div>
  )
}

/** An entry in lines, to be held against another. */
function inWords({
  on,
  until,
  event,
  voice,
  raisedBy,
  response,
  source,
}: Omit<EntryDraft, 'responseSeen'>): string {
  return [until ? `${on} to ${until}` : on, event, voice, raisedBy, response, source]
    .filter(Boolean)
    .join('\n')
}
