import { useState } from 'react'
import { useSearchParams } from 'wouter'

import type { EscalationView } from '#core/escalation/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import { chosenRung, sentStage } from './stage-choice.ts'
import { StageFields } from './StageFields.tsx'
import type { Said, Send } from './useEscalation.ts'

type Props = { readonly of: EscalationView; readonly send: Send }

const IDS = {
  deed: 'decide-deed',
  outcome: 'decide-outcome',
  interimSafety: 'decide-interim',
  addressee: 'decide-addressee',
  due: 'decide-due',
  reason: 'decide-reason',
  rung: 'decide-rung',
  skipBecause: 'decide-skip',
} as const

type Draft = {
  readonly outcome: string
  readonly interimSafety: string
  readonly addressee: string
  readonly due: string
  readonly reason: string
  readonly rung: string
  readonly skipBecause: string
}

/** Whoever raised it says whether it happened; they and the partnership can go to the next stage at any time. */
export function Decide({ of, send }: Props) {
  const choices = choicesOf(of)
  const [only] = Object.keys(choices)
  // Whoever was asked whether to step up now, and said yes, finds it chosen.
  const [search] = useSearchParams()
  const isSteppingUp = search.get('step-up') === 'now' && 'step-up' in choices
  const [chosen, setDeed] = useState(isSteppingUp ? 'step-up' : '')
  // What was chosen and is done already is no choice any more.
  const deed = Object.keys(choices).length === 1 ? (only ?? '') : chosen in choices ? chosen : ''
  const [draft, setDraft] = useState<Draft>({
    outcome: '',
    interimSafety: isSteppingUp ? (of.stages.at(-1)?.interimSafety ?? '') : '',
    addressee: '',
    due: '',
    reason: '',
    rung: '',
    skipBecause: '',
  })
  const fields = send.error?.fields ?? {}
  const field = (name: keyof Draft) => ({
    id: IDS[name],
    value: draft[name],
    error: fields[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  })
  return (
    <Section title={titleOf(of)}>
      <Form
        send={SEND[deed] ?? 'Send your answer'}
        secondary={of.may.promise || of.may.sayKept}
        sending={send.isPending}
        onSend={() => send.mutate({ body: saidOf(deed, draft), version: of.version })}
        problem={send.error}
        tries={send.submittedAt}
        ids={IDS}
      >
        {Object.keys(choices).length > 1 && (
          <RadioField
            id={IDS.deed}
            label="What do you say?"
            error={fields['deed']}
            options={choices}
            value={deed}
            onChange={setDeed}
          />
        )}
        {deed === 'confirm-kept' && (
          <TextField {...field('outcome')} label="What happened? (if you like)" hint={READ} rows={3} />
        )}
        {(deed === 'deny-kept' || deed === 'step-up') && <NextStage of={of} field={field} />}
        {deed === 'withdraw-escalation' && (
          <TextField {...field('reason')} label="Why is it withdrawn?" hint={READ} rows={3} />
        )}
      </Form>
    </Section>
  )
}

function titleOf({ row, may }: EscalationView): string {
  if (may.waitOn) return 'It waits for a meeting: can it be stepped up now?'
  return row.state === 'promised' && may.confirm ? 'Did it happen?' : 'What happens next'
}

const READ = 'Read by those who were asked and the partnership. Do not name the child or the family.'

type FieldOf = (name: keyof Draft) => {
  readonly id: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** No stage opens without an interim safety arrangement and somebody to ask. */
function NextStage({ of, field }: { readonly of: EscalationView; readonly field: FieldOf }) {
  const rungs = [of.next, ...of.further]
  const { needsDay } = chosenRung(rungs, field('rung').value) ?? of.next
  return (
    <>
      <StageFields rungs={rungs} field={field} />
      <TextField
        {...field('interimSafety')}
        label="How is the child kept safe until this is settled?"
        hint="The interim safety arrangement of the next stage."
        rows={3}
      />
      <SelectField
        {...field('addressee')}
        label="Whom does the next stage ask?"
        none="Choose"
        options={of.posts}
      />
      <DayBoxes
        {...field('due')}
        label={
          needsDay
            ? 'By which day is an answer owed?'
            : 'An answer is needed earlier (if the child cannot wait)'
        }
        hint={needsDay ? 'This stage has no day of its own.' : 'Leave it empty for the day of the procedure.'}
      />
    </>
  )
}

const SEND: Readonly<Record<string, string>> = {
  'confirm-kept': 'Say that it happened',
  'deny-kept': 'Say that it did not, and open the next stage',
  'step-up': 'Take it further',
  'wait-on': 'Wait on',
  'withdraw-escalation': 'Withdraw it',
}

function choicesOf({ row, may }: EscalationView): Readonly<Record<string, string>> {
  return {
    ...(may.confirm && {
      'confirm-kept': row.state === 'promised' ? 'Yes, it happened' : 'It is settled',
    }),
    ...(may.deny && { 'deny-kept': 'No, it did not happen: open the next stage' }),
    ...(may.stepUp && !may.deny && { 'step-up': 'Take it to the next stage now' }),
    ...(may.waitOn && { 'wait-on': 'Wait on for the meeting: you are asked again' }),
    ...(may.withdraw && { 'withdraw-escalation': 'Withdraw the concern' }),
  }
}

function saidOf(
  deed: string,
  { outcome, interimSafety, addressee, due, reason, rung, skipBecause }: Draft,
): Said {
  switch (deed) {
    case 'confirm-kept':
      return { deed, outcome }
    case 'deny-kept':
    case 'step-up':
      return { deed, interimSafety, addressee, ...(due !== '' && { due }), ...sentStage(rung, skipBecause) }
    case 'withdraw-escalation':
      return { deed, reason }
    default:
      return { deed }
  }
}
