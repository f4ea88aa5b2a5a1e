import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { JoinInTeams } from '../../parts/JoinInTeams.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useFormStyles } from './Form.styles.ts'
import { Propose } from './Propose.tsx'
import { RecordMeeting } from './RecordMeeting.tsx'
import { useFormAnswer, useTakeTime } from './useForm.ts'

type Props = { readonly form: FormView }

/** The close-the-loop meeting: how it stands, who is invited and who is not, and what the reader does about it. */
export function Meeting({ form }: Props) {
  const styles = useFormStyles()
  const { meeting, may } = form
  // Its own: what is wrong here is said here, and nowhere else on the page.
  const send = useFormAnswer(form.row.id)
  const [doing, setDoing] = useState<'nothing' | 'propose' | 'record'>('nothing')
  const done = () => setDoing('nothing')
  return (
    <Section title="The meeting">
      <p>{meeting.words}</p>
      {meeting.joinUrl !== null && <JoinInTeams url={meeting.joinUrl} />}
      {may.takeTime && <TakeTime form={form} />}
      {meeting.state !== 'none' && (
        <p className={styles.quiet}>
          Invited: {meeting.invited.join('; ')}. Not invited: {meeting.notInvited.join('; ')}.
        </p>
      )}
      {may.tend && doing === 'nothing' && (
        <p className={styles.acts}>
          <Button onClick={() => setDoing('propose')}>
            {meeting.state === 'none' ? 'Propose times' : 'Propose other times'}
          </Button>
          <Button onClick={() => setDoing('record')}>Record who was there</Button>
        </p>
      )}
      {may.tend && doing === 'propose' && <Propose form={form} send={send} onDone={done} />}
      {may.tend && doing === 'record' && <RecordMeeting form={form} send={send} onDone={done} />}
    </Section>
  )
}

/** One tap takes a time, and it is in the calendars of all who are invited. */
function TakeTime({ form }: Props) {
  const styles = useFormStyles()
  const take = useTakeTime(form.row.id)
  return (
    <>
      <p className={styles.acts}>
        {form.meeting.slots.map(({ from, words }) => (
          <Button
            key={from}
            disabledFocusable={take.isPending}
            onClick={() => take.mutate({ body: { from }, version: form.version })}
          >
            {words}
          </Button>
        ))}
      </p>
      <Status>
        {take.error && <Trouble problem={take.error} />}
        {take.data && <Notice kind="done" title={take.data.receipt} />}
      </Status>
    </>
  )
}
