import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import type { SettingsView } from '#core/prompts/views.ts'

import { useKeptVersion } from '../../kept-version.ts'
import { useMe } from '../../me.ts'
import { Form } from '../../parts/form/Form.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { YourWords } from '../close-the-loop/YourWords.tsx'
import { AWAY_IDS, AwayFields, awayOf } from './AwayFields.tsx'
import { usePromptStyles } from './Prompts.styles.ts'
import { OWN_SETTINGS, useSettings } from './usePrompts.ts'

/** What concerns the person alone: by which road they hear, when they are away, what they need not hear. */
export function OwnPage() {
  const { data, error, refetch } = useSettings(OWN_SETTINGS)
  const { name, may } = useMe()
  const styles = usePromptStyles()
  if (!data && !error) return <Skeleton />
  return (
    <Page title={name} says={data && ROADS[data.road]} narrow>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && (
        <div className={styles.apart}>
          <Own settings={data} />
        </div>
      )}
      <YourWords />
      {may.editPrompts && (
        <Section title="For everybody">
          <p>
            <TextLink to={routes.prompts}>When reminders go out</TextLink>
          </p>
        </Section>
      )}
    </Page>
  )
}

const ROADS: Readonly<Record<SettingsView['road'], string>> = {
  teams: 'Reminders reach you in Teams. To change this, ring the partnership.',
  mail: 'Reminders reach you by mail. To change this, ring the partnership.',
  both: 'Reminders reach you in Teams and by mail. To change this, ring the partnership.',
}

type Body = {
  readonly away: { readonly from: string; readonly to: string } | null
  readonly muteEarly: boolean
  readonly muteOverviews: boolean
}

function Own({ settings }: { readonly settings: SettingsView }) {
  const save = useSubmission<{ version: number }, Body>(OWN_SETTINGS)
  const { version, keeping } = useKeptVersion(settings.version)
  const [away, setAway] = useState(settings.away ?? { from: '', to: '' })
  const [early, setEarly] = useState(settings.mute?.early === true)
  const [overviews, setOverviews] = useState(settings.mute?.overviews === true)
  return (
    <Form
      send="Save"
      sending={save.isPending}
      onSend={() =>
        save.mutate(
          { body: { away: awayOf(away), muteEarly: early, muteOverviews: overviews }, version },
          keeping,
        )
      }
      problem={save.error}
      tries={save.submittedAt}
      ids={AWAY_IDS}
    >
      <Section title="Away">
        <p>
          While you are away your deputy hears in your place. Where you have none, reminders wait, and the
          business manager sees that they do. What you owe stays yours; when you are back, one message says
          what waited.
        </p>
        <AwayFields value={away} error={save.error?.fields['away']} onChange={setAway} />
      </Section>
      <Section title="What you need not hear">
        <p>On the day itself, and once something is late, you are reminded all the same.</p>
        <div>
          <Checkbox
            label="No reminders before the day"
            checked={early}
            onChange={(_, { checked }) => setEarly(checked === true)}
          />
        </div>
        {settings.mute?.has === true && (
          <div>
            <Checkbox
              label="No overviews"
              checked={overviews}
              onChange={(_, { checked }) => setOverviews(checked === true)}
            />
          </div>
        )}
      </Section>
      <Status>{save.data && <Notice kind="done" title="It is saved." />}</Status>
    </Form>
  )
}
