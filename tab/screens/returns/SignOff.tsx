import { useState } from 'react'

import { missingInEvaluation } from '#core/returns/missing.ts'

import { useMe } from '../../me.ts'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { useSubmission } from '../../submission.ts'
import { AllAnswers } from './AllAnswers.tsx'
import { Line } from './Line.tsx'
import { MissingList } from './MissingList.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { GRADE_OPTIONS } from './sections.ts'
import { HAVE_IT_BACK, upTo } from './shown.ts'
import type { Shown } from './shown.ts'
import { SignedOff } from './SignedOff.tsx'
import { addressOf, useAnswers } from './useReturn.ts'

/** The check page: what will be sent, what is missing, and the sign-off with its judgements. */
export function SignOff({ of, content }: Shown) {
  const styles = useReturnStyles()
  const answers = useAnswers(of.id)
  const missing = missingInEvaluation(of, answers)
  const { evaluation } = of
  return (
    <Page
      title={`Sign off and send: ${of.reference}`}
      says={evaluation?.owing ? `It goes to ${of.goesTo}.` : `${evaluation?.words ?? ''}. ${HAVE_IT_BACK}`}
      up={upTo(of)}
      narrow
    >
      {of.signOff && <SignedOff signOff={of.signOff} />}
      {of.may.write.evaluation && <MissingList of={of} missing={missing} />}
      <Section title="What will be read">
        <AllAnswers of={of} content={content} />
      </Section>
      {of.may.send.evaluation && (
        <Section title="Your sign-off">
          <div className={styles.form}>
            <SignOffForm of={of} />
          </div>
        </Section>
      )}
      {of.may.write.evaluation && !of.may.send.evaluation && (
        <p className={styles.quiet}>{of.lead} signs and sends it. What you wrote is saved.</p>
      )}
    </Page>
  )
}

const EMPTY = { name: '', role: '', performance: '', impact: '', grade: '' }
type Name = keyof typeof EMPTY

const ids = {
  name: 'sign-name',
  role: 'sign-role',
  performance: 'sign-performance',
  impact: 'sign-impact',
  grade: 'sign-grade',
} as const satisfies Record<Name, string>

function SignOffForm({ of }: { readonly of: Shown['of'] }) {
  const { name } = useMe()
  const [typed, setTyped] = useState({ ...EMPTY, name })
  const send = useSubmission<unknown, object>(`${addressOf(of.id)}/evaluation/send`)
  const field = (key: Name) => ({
    id: ids[key],
    value: typed[key],
    error: send.error?.fields[key],
    onChange: (value: string) => setTyped((before) => ({ ...before, [key]: value })),
  })
  return (
    <Form
      send="Sign off and send"
      sending={send.isPending}
      onSend={() => send.mutate({ body: typed, version: of.version })}
      problem={send.error}
      tries={send.submittedAt}
      ids={ids}
    >
      <RadioField {...field('performance')} label="How well did your agency work?" options={GRADE_OPTIONS} />
      <RadioField
        {...field('impact')}
        label="What was the impact on the child?"
        hint="What changed for the child, whoever did it."
        options={GRADE_OPTIONS}
      />
      <RadioField
        {...field('grade')}
        label="Your agency’s own grade"
        hint="One grade for both together. The panel may see it differently; both are kept."
        options={GRADE_OPTIONS}
      />
      <Line {...field('name')} label="Who signs" />
      <Line {...field('role')} label="Job title" hint="For example: Head of service" />
    </Form>
  )
}
