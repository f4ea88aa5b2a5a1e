import { useState } from 'react'

import type { EscalationView } from '#core/escalation/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import type { Send } from './useEscalation.ts'

const IDS = { feedback: 'feedback' } as const

/** Whoever was asked last tells the raiser what came of it. */
export function Feedback({ of, send }: { readonly of: EscalationView; readonly send: Send }) {
  const [feedback, setFeedback] = useState('')
  return (
    <Section title="Say what came of it">
      <Form
        send="Send it and close"
        sending={send.isPending}
        onSend={() => send.mutate({ body: { deed: 'give-feedback', feedback }, version: of.version })}
        problem={send.error}
        tries={send.submittedAt}
        ids={IDS}
      >
        <TextField
          id={IDS.feedback}
          label="What came of it?"
          hint="Read by whoever raised it, those who were asked, and the partnership. Do not name the child or the family."
          value={feedback}
          error={send.error?.fields['feedback']}
          onChange={setFeedback}
        />
      </Form>
    </Section>
  )
}

/** The raiser reads it, and says so: then nothing of it is owed any more. */
export function Heard({ of, send }: { readonly of: EscalationView; readonly send: Send }) {
  return (
    <Section title="You are told what came of it">
      <Form
        send="I have read it"
        sending={send.isPending}
        onSend={() => send.mutate({ body: { deed: 'hear-feedback' }, version: of.version })}
        problem={send.error}
        tries={send.submittedAt}
        ids={{}}
      >
        <p>It is written below. Say that you have read it: then nothing more is owed.</p>
      </Form>
    </Section>
  )
}
