import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { EscalationSettings } from '#core/escalation/views.ts'

import { useKeptVersion } from '../../kept-version.ts'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'
import { withPlaces } from './places.ts'
import { useSettingsStyles } from './Settings.styles.ts'

type Guide = EscalationSettings['danger']
type Area = Guide['areas'][number]

const ONE: Area = { name: '', phone: '', says: '', consult: '', link: '' }

/** Whom to ring in each area, beside 999: it stands on cards, in help and where a concern is raised. */
export function DangerForm({ guide }: { readonly guide: Guide }) {
  const styles = useSettingsStyles()
  const [areas, setAreas] = useState<readonly Area[]>(guide.areas)
  const save = useSubmission<{ version: number }, { areas: readonly Area[] }>(
    '/api/escalation-settings/danger',
  )
  const { version, keeping } = useKeptVersion(guide.version)
  const errors: Readonly<Record<string, string>> = save.error?.fields ?? {}
  const write = (place: number, change: Partial<Area>) =>
    setAreas((before) => before.map((area, at) => (at === place ? { ...area, ...change } : area)))
  const field = (place: number, name: keyof Area) => ({
    id: idOf(place, name),
    value: areas[place]?.[name] ?? '',
    error: errors[`areas.${place}.${name}`],
    onChange: (value: string) => write(place, { [name]: value }),
  })
  return (
    <Section title="When a child is in danger now">
      <p className={styles.quiet}>“Ring 999” always stands first.</p>
      <Form
        send="Keep what to do in danger"
        sending={save.isPending}
        onSend={() => save.mutate({ body: { areas }, version }, keeping)}
        problem={withPlaces(save.error, 'Area')}
        tries={save.submittedAt}
        ids={idsOf(areas)}
      >
        {areas.map((_, place) => (
          <fieldset key={place} className={styles.group}>
            <legend>Area {place + 1}</legend>
            <LineField {...field(place, 'name')} label="Area or service" />
            <LineField {...field(place, 'phone')} type="tel" label="Telephone number" />
            <TextField {...field(place, 'says')} label="What to do" rows={2} />
            <LineField
              {...field(place, 'consult')}
              type="tel"
              label="Number to talk something over without a name (if there is one)"
            />
            <LineField
              {...field(place, 'link')}

              label="Address of the procedures (if there is one)"
            />
          </fieldset>
        ))}
        <div className={styles.acts}>
          <Button onClick={() => setAreas((before) => [...before, ONE])}>Add an area</Button>
          {areas.length > 1 && (
            <Button onClick={() => setAreas((before) => before.slice(0, -1))}>Take out the last one</Button>
          )}
        </div>
      </Form>
      <Status>{save.data && 'Kept. It stands on every card from now on.'}</Status>
    </Section>
  )
}

function idOf(place: number, name: keyof Area): string {
  return `danger-${place}-${name}`
}

function idsOf(areas: readonly Area[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    areas.flatMap((_, place) =>
      (['name', 'phone', 'says', 'consult', 'link'] as const).map((name) => [
        `areas.${place}.${name}`,
        idOf(place, name),
      ]),
    ),
  )
}
