import { Button } from '@fluentui/react-components'

import type { ForecastView, PromptsView } from '#core/prompts/views.ts'

import { inWords } from '../../days.ts'
import { useKeptVersion } from '../../kept-version.ts'
import { useMe } from '../../me.ts'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { QuietFields } from './QuietFields.tsx'
import { StepFields } from './StepFields.tsx'
import { bodyOf, idsOf, PROMPTS, usePrompts, usePromptsDraft } from './usePrompts.ts'

/** When reminders go out, in plain words, and what would be sent by it: for the business manager. */
export function Prompts() {
  const { data, error, refetch } = usePrompts()
  if (!data && !error) return <Skeleton />
  return (
    <Page
      title="When reminders go out"
      says="Who hears of what is fixed. When, and after how many working days, is yours to set."
      up={{ to: routes.me, name: 'Your page' }}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && <Policy view={data} />}
    </Page>
  )
}

function Policy({ view }: { readonly view: PromptsView }) {
  const [draft, write] = usePromptsDraft(view)
  const { version, keeping } = useKeptVersion(view.version)
  const save = useSubmission<{ version: number }, ReturnType<typeof bodyOf>>(PROMPTS)
  const count = useSubmission<ForecastView, ReturnType<typeof bodyOf>>(`${PROMPTS}/forecast`)
  // What was counted and saved is not what stands there any more.
  const change: typeof write = (part) => {
    if (count.data) count.reset()
    if (save.data) save.reset()
    write(part)
  }
  const ids = idsOf(draft, view)
  const body = bodyOf(draft, view)
  const wrong = (place: string) => (save.error ?? count.error)?.fields[place]
  return (
    <>
      <Form
        send="Save, and plan all reminders afresh"
        sending={save.isPending}
        onSend={() => {
          count.reset()
          save.mutate({ body, version }, keeping)
        }}
        problem={save.error ?? count.error}
        tries={save.submittedAt + count.submittedAt}
        ids={ids}
      >
        <Section title="Working hours">
          <p>
            Reminders go out from Monday to Friday between these times, and not on{' '}
            <TextLink to={routes.bankHolidays}>bank holidays</TextLink>. What falls due outside of them waits
            for the next morning. A concern about a child is told at once, at night, too; and whoever answers
            in the chat is answered at any hour.
          </p>
          <LineField
            id="hours-from"
            type="time"
            label="From"
            hint="For example 08:30"
            value={draft.hours.from}
            error={wrong('hours.from')}
            onChange={(from) => change({ hours: { ...draft.hours, from } })}
          />
          <LineField
            id="hours-to"
            type="time"
            label="Until"
            hint="For example 17:30"
            value={draft.hours.to}
            error={wrong('hours.to')}
            onChange={(to) => change({ hours: { ...draft.hours, to } })}
          />
        </Section>
        <Section title="Quiet days">
          <p>No reminders on these days. Days by which something is owed stay as they are.</p>
          <QuietFields quiet={draft.quiet} wrong={wrong} onChange={(quiet) => change({ quiet })} />
        </Section>
        <Section title="Overviews">
          <p>
            One message with counts and references: each working morning for you, in the first hour of a week
            for supervising managers. One with nothing in it is not sent.
          </p>
          <LineField
            id="overview-morning"
            type="time"
            label="Yours, each working day"
            value={draft.overviews.morning}
            error={wrong('overviews.morning')}
            onChange={(morning) => change({ overviews: { ...draft.overviews, morning } })}
          />
          <LineField
            id="overview-weekly"
            type="time"
            label="The managers’, on Mondays"
            value={draft.overviews.weekly}
            error={wrong('overviews.weekly')}
            onChange={(weekly) => change({ overviews: { ...draft.overviews, weekly } })}
          />
        </Section>
        <Section title="After how many working days">
          {view.groups.map((group) => (
            <StepFields
              key={group.name}
              group={group}
              typed={draft.days}
              wrong={(id) => {
                const place = Object.keys(ids).find((each) => ids[each] === id)
                return place && wrong(place)
              }}
              onType={(key, days) => change({ days: { ...draft.days, [key]: days } })}
            />
          ))}
        </Section>
        <Forecast of={count.data ?? view.forecast} isDraft={count.data !== undefined} />
        <p>
          <Button
            disabledFocusable={count.isPending}
            onClick={() => {
              save.reset()
              count.mutate({ body })
            }}
          >
            Count with what stands above
          </Button>
        </p>
      </Form>
      <Status>
        {save.data && (
          <Notice kind="done" title="It is saved. All reminders are planned by it from now on." />
        )}
      </Status>
      {view.changed && <p>{view.changed}</p>}
    </>
  )
}

function Forecast({ of, isDraft }: { readonly of: ForecastView; readonly isDraft: boolean }) {
  const { today } = useMe()
  const until = inWords(of.until, today)
  return (
    <Section title="What would be sent">
      <Status>
        <p>
          {isDraft ? 'By what stands above' : 'By what is saved'}, until {until}, if nobody answers anything:{' '}
          {of.total === 0 ? 'no reminders.' : `${of.total} reminders.`}
        </p>
      </Status>
      {of.kinds.length > 0 && (
        <ul>
          {of.kinds.map(({ kind, name, count }) => (
            <li key={kind}>
              {count}: {name}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
