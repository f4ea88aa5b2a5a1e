import { useState } from 'react'

import type { FirstRunView } from '#core/people/first-run/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'

const IDS = {
  name: 'partnership-name',
  contactName: 'contact-name',
  contactPhone: 'contact-phone',
  labels: 'label-pack',
} as const

/** No pack of its own. */
const OF_METHOD = 'method'

type Said = Readonly<Record<keyof typeof IDS, string>>
type Body = Omit<Said, 'labels'> & { readonly labels: string | null }
type Props = { readonly of: FirstRunView; readonly isNext: boolean }

/** How the partnership is called, whom people ring, and whose words it uses. What is typed stays while another step is saved. */
export function FirstRunName({ of, isNext }: Props) {
  const [said, setSaid] = useState<Said>({
    name: of.name,
    contactName: of.contactName,
    contactPhone: of.contactPhone,
    labels: of.labels.chosen ?? OF_METHOD,
  })
  const save = useSubmission<{ version: number }, Body>('/api/set-up/partnership')
  const body: Body = { ...said, labels: said.labels === OF_METHOD ? null : said.labels }
  const packs = Object.fromEntries(of.labels.packs.map(({ id, words }) => [id, words.join(', ')]))
  const errors = save.error?.fields ?? {}
  const write = (field: keyof Said) => (text: string) => setSaid((before) => ({ ...before, [field]: text }))
  return (
    <Form
      send="Save name and contact"
      secondary={!isNext}
      sending={save.isPending}
      onSend={() => save.mutate({ body, version: of.version })}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <LineField
        id={IDS.name}
        label="Name of the partnership"
        error={errors['name']}
        value={said.name}
        onChange={write('name')}
      />
      <LineField
        id={IDS.contactName}
        label="Whom people can ring"
        hint="They stand on every screen and in every message."
        error={errors['contactName']}
        value={said.contactName}
        onChange={write('contactName')}
      />
      <LineField
        id={IDS.contactPhone}
        label="Their phone number"
        type="tel"
        error={errors['contactPhone']}
        value={said.contactPhone}
        onChange={write('contactPhone')}
      />
      <RadioField
        id={IDS.labels}
        label="Which words do you use?"
        hint="They name who does what in the timetable of a round. Rounds that ended are shown in them, too."
        error={errors['labels']}
        options={{ ...packs, [OF_METHOD]: 'Each method brings its own' }}
        value={said.labels}
        onChange={write('labels')}
      />
      <Status>{save.data && <Notice kind="done" title="Name and contact are saved." />}</Status>
    </Form>
  )
}
