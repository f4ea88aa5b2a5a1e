import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { Questions } from './Questions.tsx'
import type { useFormAnswer } from './useForm.ts'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

const IDS = {
  deed: 'question-deed',
  text: 'question-text',
  good: 'question-good',
  asked: 'question-asked',
} as const
const CHOICES = {
  explain: 'Answer with words',
  correct: 'Correct the words that the worker reads',
} as const

/** The lead person reads what the worker says is not right, and answers it, corrects it, or names somebody else. */
export function AnswerQuestion({ form, send }: Props) {
  const { words, caseOf, version } = form
  const [deed, setDeed] = useState('')
  const [typed, setTyped] = useState({ text: '', good: words?.good ?? '', asked: words?.asked ?? '' })
  const { text, good, asked } = typed
  const field = (name: keyof typeof typed) => ({
    id: IDS[name],
    value: typed[name],
    error: send.error?.fields[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  })
  return (
    <Section title="What the worker says">
      <Questions questions={form.questions} />
      {caseOf && (
        <p>
          Is it somebody else’s? <TextLink to={routes.case(caseOf)}>Name another worker</TextLink>: the form
          goes to them, and the one before is not asked any more.
        </p>
      )}
      <Form
        send={deed === 'correct' ? 'Send the corrected words' : 'Send the answer'}
        sending={send.isPending}
        onSend={() =>
          send.mutate({
            body: deed === 'correct' ? { deed, good, asked } : { deed: deed || 'explain', text },
            version,
          })
        }
        problem={send.error}
        tries={send.submittedAt}
        ids={IDS}
      >
        <RadioField
          id={IDS.deed}
          label="What do you do?"
          options={CHOICES}
          value={deed || 'explain'}
          onChange={setDeed}
        />
        {deed === 'correct' ? (
          <>
            <TextField
              {...field('good')}
              label="What was good"
              hint="It stands on a card: no name, initials or date of birth."
            />
            <TextField
              {...field('asked')}
              label="What is asked"
              hint="No name, initials or date of birth. The worker reads it anew."
            />
          </>
        ) : (
          <TextField
            {...field('text')}
            label="Your answer"
            hint="Read by the worker who asked and the partnership. Do not name the child or the family."
          />
        )}
      </Form>
    </Section>
  )
}
