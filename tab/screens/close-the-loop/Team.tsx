import type { FormRow } from '#core/close-the-loop/views.ts'

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
  const late = data?.forms.filter(({ daysLate }) => daysLate > 0).length ?? 0
  return (
    <Page title="Your team" says={data && howItStands(data.forms.length, late)}>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && (
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

const SHAPES: Readonly<Record<FormRow['state'], ShapeName>> = {
  drafted: 'ring',
  released: 'ring',
  seen: 'half',
  written: 'dot',
  'sent-back': 'question',
  signed: 'dot',
  closed: 'tick',
}

function howItStands(forms: number, late: number): string {
  if (forms === 0) return 'Nothing is owed by your workers to close a loop.'
  const some = forms === 1 ? 'One form' : `${forms} forms`
  return late === 0 ? `${some}, none late.` : `${some}, ${late} late.`
}
