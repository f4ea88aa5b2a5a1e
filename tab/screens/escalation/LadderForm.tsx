import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { LadderSetting } from '#core/escalation/views.ts'

import { useKeptVersion } from '../../kept-version.ts'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'
import { draftOf, ladderIds, NEW_RUNG, sentLadder } from './ladder-draft.ts'
import type { LadderDraft, RungDraft } from './ladder-draft.ts'
import { withPlaces } from './places.ts'
import { RungFields } from './RungFields.tsx'
import { useSettingsStyles } from './Settings.styles.ts'

/** A procedure with its stages: keeping it is a further version of it. */
export function LadderForm({ ladder }: { readonly ladder: LadderSetting }) {
  const styles = useSettingsStyles()
  const [draft, setDraft] = useState<LadderDraft>(() => draftOf(ladder))
  const save = useSubmission<{ version: number }, object>('/api/ladders')
  const { version, keeping } = useKeptVersion(ladder.version)
  const errors: Readonly<Record<string, string>> = save.error?.fields ?? {}
  const field = (name: 'name' | 'source' | 'stepUpAfter') => ({
    id: `${ladder.id}-${name}`,
    value: draft[name],
    error: errors[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  })
  const setRungs = (change: (before: readonly RungDraft[]) => readonly RungDraft[]) =>
    setDraft((before) => ({ ...before, rungs: change(before.rungs) }))
  return (
    <Form
      send="Keep this procedure"
      secondary
      sending={save.isPending}
      onSend={() => save.mutate({ body: sentLadder(ladder.id, draft), version }, keeping)}
      problem={withPlaces(save.error, 'Stage')}
      tries={save.submittedAt}
      ids={ladderIds(ladder.id, draft)}
    >
      <LineField {...field('name')} label="Name of the procedure" />
      <TextField {...field('source')} label="Where its times come from" rows={2} />
      <LineField
        {...field('stepUpAfter')}
        label="Working days of waiting for a meeting, after which the raiser is asked whether to step up"
      />
      {draft.rungs.map((rung, place) => (
        <RungFields
          key={place}
          ladder={ladder.id}
          place={place}
          rung={rung}
          errors={errors}
          onChange={(change) =>
            setRungs((before) => before.map((each, at) => (at === place ? { ...each, ...change } : each)))
          }
        />
      ))}
      <div className={styles.acts}>
        <Button onClick={() => setRungs((before) => [...before, NEW_RUNG])}>Add a stage</Button>
        {draft.rungs.length > 1 && (
          <Button onClick={() => setRungs((before) => before.slice(0, -1))}>Take out the last stage</Button>
        )}
      </div>
      <Status>{save.data && 'Kept. It counts for what is raised from now on.'}</Status>
    </Form>
  )
}
