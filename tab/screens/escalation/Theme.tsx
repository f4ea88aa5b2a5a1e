import { useState } from 'react'

import { AREA_NAMES, AREAS } from '#core/escalation/areas.ts'
import type { EscalationView } from '#core/escalation/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { Section } from '../../parts/Section.tsx'
import type { Send } from './useEscalation.ts'

const IDS = { theme: 'theme' } as const

/** The partnership says under which theme it stands in the register. */
export function Theme({ of, send }: { readonly of: EscalationView; readonly send: Send }) {
  const [theme, setTheme] = useState<string>(of.row.theme ?? '')
  return (
    <Section title="Theme for learning">
      <Form
        send="Keep the theme"
        secondary
        sending={send.isPending}
        onSend={() =>
          send.mutate({
            body: { deed: 'set-theme', theme: theme === '' ? null : theme },
            version: of.version,
          })
        }
        problem={null}
        tries={send.submittedAt}
        ids={IDS}
      >
        <SelectField
          id={IDS.theme}
          label="What can be learned from it?"
          none="No theme"
          options={AREA_NAMES.map((id) => ({ id, name: AREAS[id] }))}
          value={theme}
          error={send.error?.fields['theme']}
          onChange={setTheme}
        />
      </Form>
    </Section>
  )
}
