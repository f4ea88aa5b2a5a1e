import { useState } from 'react'

import { AREA_NAMES, AREAS } from '#core/escalation/areas.ts'
import type { EscalationView } from '#core/escalation/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { useAnswer } from './useEscalation.ts'

const IDS = { theme: 'theme' } as const

/** The partnership says under which theme it stands in the register. */
export function Theme({ of }: { readonly of: EscalationView }) {
  const keep = useAnswer(of.row.id)
  const [theme, setTheme] = useState<string>(of.row.theme ?? '')
  return (
    <Section title="Theme for learning">
      {keep.data && <Notice key={keep.data.version} kind="done" title={keep.data.receipt} takesFocus />}
      <Form
        send="Keep the theme"
        secondary
        sending={keep.isPending}
        onSend={() =>
          keep.mutate({
            body: { deed: 'set-theme', theme: theme === '' ? null : theme },
            version: of.version,
          })
        }
        problem={keep.error}
        tries={keep.submittedAt}
        ids={IDS}
      >
        <SelectField
          id={IDS.theme}
          label="What can be learned from it?"
          none="No theme"
          options={AREA_NAMES.map((id) => ({ id, name: AREAS[id] }))}
          value={theme}
          error={keep.error?.fields['theme']}
          onChange={setTheme}
        />
      </Form>
    </Section>
  )
}
