import { useState } from 'react'

import type { SettingsView } from '#core/prompts/views.ts'

import { useKeptVersion } from '../../kept-version.ts'
import { Form } from '../../parts/form/Form.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { AWAY_IDS, AwayFields, awayOf } from './AwayFields.tsx'
import type { AwayDraft } from './AwayFields.tsx'
import { awayAddress, useSettings } from './usePrompts.ts'

/** The partnership says for somebody when they are away. */
export function AwayPage({ person }: { readonly person: string }) {
  const { data, error, refetch } = useSettings(awayAddress(person))
  if (!data && !error) return <Skeleton />
  return (
    <Page
      title={data ? `When ${data.name} is away` : 'This could not be shown'}
      says="Their deputies hear in their place. Where there is none, reminders wait until they are back, and the business manager sees that they do."
      up={{ to: routes.people, name: 'People' }}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && <Away settings={data} path={awayAddress(person)} />}
    </Page>
  )
}

function Away({ settings, path }: { readonly settings: SettingsView; readonly path: string }) {
  const save = useSubmission<{ version: number }, { away: AwayDraft | null }>(path)
  const { version, keeping } = useKeptVersion(settings.version)
  const [away, setAway] = useState<AwayDraft>(settings.away ?? { from: '', to: '' })
  return (
    <Form
      send="Save"
      sending={save.isPending}
      onSend={() => save.mutate({ body: { away: awayOf(away) }, version }, keeping)}
      problem={save.error}
      tries={save.submittedAt}
      ids={AWAY_IDS}
    >
      <AwayFields value={away} error={save.error?.fields['away']} onChange={setAway} />
      <Status>{save.data && <Notice kind="done" title="It is saved." />}</Status>
    </Form>
  )
}
