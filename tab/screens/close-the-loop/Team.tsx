import type { FormRow, TeamView } from '#core/close-the-loop/views.ts'
import { countOf } from '#core/count.ts'

import { shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { RowList } from '../../parts/Rows.tsx'
import { Section } from '../../parts/Section.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { isOwing, stateShapes } from '../../parts/states.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useTeam } from './useForm.ts'

/** What the workers of a supervising manager owe: how it stands, never what they write. */
export function Team() {
  const { data, error, refetch } = useTeam()
  if (!data && !error) return <Skeleton />
  return (
    <Page
      title={data && !data.manages ? 'Workers and their sheets' : 'Your team'}
      says={data?.manages ? howItStands(data) : undefined}
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && <Workers workers={data.workers} manages={data.manages} />}
      {data?.manages && (
        <>
          <Section title="Close the loop" id="team-forms">
            {data.forms.length === 0 ? (
              <Empty says="No worker of yours has a close-the-loop form. When a panel asks for one, you are told the same evening." />
            ) : (
              <RowList labelledBy="team-forms">
                {data.forms.map((form) => (
                  <Row
                    key={form.id}
                    number={form.reference}
                    reference=""
                    what="Close-the-loop form"
                    who={form.worker.holder ?? form.worker.title}
                    due={<Due day={form.due} owing={form.owing} />}
                    state={{ word: form.stateWords, shape: SHAPES[form.state] }}
                    to={routes.form(form.id)}
                  />
                ))}
              </RowList>
            )}
          </Section>
          <Section title="Actions of your workers" id="team-actions">
            {data.actions.length === 0 ? (
              <Empty says="No worker of yours has an action.">
                <TextLink to={routes.actions}>See all actions that concern you</TextLink>
              </Empty>
            ) : (
              <RowList labelledBy="team-actions">
                {data.actions.map((item) => (
                  <Row
                    key={item.id}
                    number={item.number}
                    reference={item.reference}
                    what={item.what}
                    who={`${item.owner}, asked by ${item.raiser}`}
                    due={<Due day={item.due} owing={isOwing(item.group)} />}
                    state={{ word: item.stateWords, shape: stateShapes[item.state] }}
                    to={routes.action(item.id)}
                  />
                ))}
              </RowList>
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

/** Whoever needs help first; each leads to the sheet that the two go through together. */
function Workers({ workers, manages }: Pick<TeamView, 'workers' | 'manages'>) {
  const { today } = useMe()
  return (
    <Section title={manages ? 'Your workers' : 'Workers'} id="team-workers">
      {workers.length === 0 ? (
        <Empty
          says={`No worker has a sheet yet. There is one from the day on which a form or an action reaches a worker${manages ? ' of yours' : ''}.`}
        >
          <TextLink to={routes.home}>See what waits for you</TextLink>
        </Empty>
      ) : (
        <RowList labelledBy="team-workers">
          {workers.map(({ id, name, says, needsHelp, talkedOn }) => (
            <Row
              key={id}
              number={name}
              reference=""
              what="Supervision sheet"
              who={says}
              due={talkedOn ? `Talked through on ${shortWords(talkedOn, today)}` : ''}
              state={
                needsHelp
                  ? { word: 'Needs help', shape: 'triangle' }
                  : { word: 'Nothing is stuck', shape: 'tick' }
              }
              to={routes.sheet(id)}
            />
          ))}
        </RowList>
      )}
    </Section>
  )
}

const SHAPES: Readonly<Record<FormRow['state'], ShapeName>> = {
  drafted: 'ring',
  released: 'ring',
  seen: 'half',
  written: 'dot',
  'sent-back': 'question',
  signed: 'dot',
  closed: 'tick',
}

function howItStands({ forms, actions }: TeamView): string {
  const late = [...forms, ...actions].filter(({ daysLate }) => daysLate > 0).length
  const all = [
    forms.length > 0 && countOf(forms.length, 'form'),
    actions.length > 0 && countOf(actions.length, 'action'),
  ]
  const some = all.filter(Boolean).join(' and ')
  return some === '' ? 'Your workers owe nothing.' : `${some}, ${late === 0 ? 'none' : late} late.`
}
