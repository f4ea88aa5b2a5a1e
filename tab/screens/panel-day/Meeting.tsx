import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { PanelView } from '#core/panel-day/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { CallOff } from './CallOff.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import { useBooking, useCallingOff } from './usePanelDay.ts'

/** What a meeting that stands in their calendars still lacks; the button books the same again. */
const LACKS = {
  lock: {
    title: 'The invitations are out, the meeting is not locked yet',
    says: 'Until its lobby is closed, whoever has the invitation may come straight in. Nobody is invited twice.',
    mend: 'Book again',
  },
  'side-panel': {
    title: 'The meeting stands, this page is not beside the call yet',
    says: 'Microsoft Teams did not take it. The meeting can be held without it; nobody is invited twice.',
    mend: 'Put this page beside the call',
  },
} as const

const IDS = { from: 'meeting-from', to: 'meeting-to' } as const

/** Panel day in people's calendars: booked, or moved to another time of its day. */
export function Meeting({ panel }: { readonly panel: PanelView }) {
  const styles = usePanelStyles()
  const { today } = useMe()
  const { round, panelDay, meeting, version } = panel
  const book = useBooking(round.id)
  const off = useCallingOff(round.id)
  const lacks = meeting?.lacks ?? null
  const [times, setTimes] = useState({ from: meeting?.from ?? '09:30', to: meeting?.to ?? '16:30' })
  return (
    <Section title="The meeting">
      <p className={styles.text}>
        {meeting
          ? `Booked for ${inWords(panelDay, today)}, ${meeting.from} to ${meeting.to}.`
          : `Not booked yet. It is on ${inWords(panelDay, today)}.`}{' '}
        The chair, the partnership and the lead persons who sit on the panel are invited. The title says
        nothing but the round.
      </p>
      {meeting && lacks !== null && panelDay >= today && (
        <Notice kind="trouble" title={LACKS[lacks].title}>
          <p>{LACKS[lacks].says}</p>
          <Button
            disabled={book.isPending}
            onClick={() => book.mutate({ body: { from: meeting.from, to: meeting.to }, version })}
          >
            {LACKS[lacks].mend}
          </Button>
        </Notice>
      )}
      {panelDay >= today && (
        <Form
          send={meeting ? 'Move the meeting' : 'Book the meeting'}
          sending={book.isPending}
          onSend={() => book.mutate({ body: times, version })}
          problem={book.error}
          tries={book.submittedAt}
          ids={IDS}
        >
          <div className={styles.times}>
            <LineField
              id={IDS.from}
              label="Begins"
              type="time"
              error={book.error?.fields['from']}
              value={times.from}
              onChange={(from) => setTimes((before) => ({ ...before, from }))}
            />
            <LineField
              id={IDS.to}
              label="Ends"
              type="time"
              error={book.error?.fields['to']}
              value={times.to}
              onChange={(to) => setTimes((before) => ({ ...before, to }))}
            />
          </div>
        </Form>
      )}
      {meeting && panelDay >= today && <CallOff off={off} version={version} />}
      <div className={styles.after}>
        <Status>
          {meeting && lacks === null && book.data && (
            <Notice kind="done" title="It stands in their calendars." />
          )}
          {!meeting && off.data && (
            <Notice kind="done" title="It is called off and leaves their calendars." />
          )}
        </Status>
      </div>
    </Section>
  )
}
