import { countOf } from '#core/count.ts'
import type { AgencyView } from '#core/learning/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { CountsTable } from './CountsTable.tsx'
import { Lines } from './Lines.tsx'
import { NumbersTable } from './NumbersTable.tsx'
import { useStandingStyles } from './Standing.styles.ts'
import { useAgency } from './useStanding.ts'

const UP = { to: routes.home, name: 'Home' } as const

type One = AgencyView['agencies'][number]

/** How an agency stands, for those who answer for it: who owes what, nothing about a child. */
export function Agency() {
  const { data, error, refetch } = useAgency()
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={UP}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  const [first, ...others] = data.agencies
  return (
    <Page title={titleOf(data.agencies)} says={others.length === 0 ? first?.says : undefined} up={UP}>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data.agencies.map((agency) => (
        <Whole key={agency.id} agency={agency} withName={others.length > 0} />
      ))}
    </Page>
  )
}

function titleOf(agencies: readonly One[]): string {
  const [first, ...others] = agencies
  return first && others.length === 0 ? `How ${first.name} stands` : 'How your agencies stand'
}

function Whole({ agency, withName }: { readonly agency: One; readonly withName: boolean }) {
  const styles = useStandingStyles()
  const { name, says, counts, actions, forms, returns } = agency
  const opens = [...actions, ...forms].some(({ path }) => path !== null)
  const in_ = withName ? `, ${name}` : ''
  return (
    <div className={styles.agency}>
      {withName && <p>{`${name}: ${says}`}</p>}
      <Section title={`Actions${in_}`}>
        {counts.actions.all === 0 ? (
          <Empty says="Nothing was agreed with this agency yet. What a panel agrees stands here the same day." />
        ) : (
          <CountsTable of="actions" rows={[counts]} label={`Actions of ${name}`} />
        )}
        {actions.length > 0 && <Lines lines={actions} label={`Open actions of ${name}`} />}
      </Section>
      <Section title={`Close-the-loop forms${in_}`}>
        {forms.length === 0 ? (
          <p>No form is owed in a round that is under way.</p>
        ) : (
          <>
            <CountsTable of="forms" rows={[counts]} label={`Forms of ${name}`} />
            <Lines lines={forms} label={`Each form of ${name}`} />
          </>
        )}
      </Section>
      <Section title={`Returns${in_}`}>
        <p>
          {returns.all === 0
            ? 'No return is owed in a round that is under way.'
            : `${returns.in} of ${countOf(returns.all, 'part')} sent, ${returns.owed} not due yet, ${returns.late} late.`}
        </p>
        {returns.lines.length > 0 && <Lines lines={returns.lines} label={`Returns that ${name} owes`} />}
      </Section>
      <Grades agency={agency} />
      {opens && (
        <p>
          <TextLink to={routes.team}>Supervision sheets of the workers</TextLink> ·{' '}
          <TextLink to={`${routes.actions}?cut=agency`}>The tracker of your agency</TextLink>
        </p>
      )}
    </div>
  )
}

/** Own grade and panel's grade beside each other, as counts: never of which case. */
function Grades({ agency: { name, grades } }: { readonly agency: One }) {
  return (
    <>
      {grades.map(({ round, lines, cases, changed }) => (
        <Section key={round} title={`Grades in round ${round}`}>
          <p>
            {changed === 0
              ? `The panel kept the agency’s own grade in ${countOf(cases, 'case')}.`
              : `The panel’s grade is another than the agency’s own in ${changed} of ${countOf(cases, 'case')}.`}
          </p>
          <NumbersTable label={`Grades of ${name} in round ${round}`}>
            <thead>
              <tr>
                <th scope="col">Grade</th>
                <th scope="col">{OWN}</th>
                <th scope="col">{PANEL}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ grade, own, panel }) => (
                <tr key={grade}>
                  <th scope="row">{grade}</th>
                  <td data-name={OWN}>{own}</td>
                  <td data-name={PANEL}>{panel}</td>
                </tr>
              ))}
            </tbody>
          </NumbersTable>
        </Section>
      ))}
    </>
  )
}

const OWN = 'Agency’s own grade'
const PANEL = 'Panel’s grade'
