import { Fragment } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { History } from '../../parts/History.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { isOwing, stateShapes } from '../../parts/states.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { Child } from './Child.tsx'
import { useFormStyles } from './Form.styles.ts'

/** The head of the form, its actions and its history; who the child is only when it is asked for. */
export function FormFacts({ form }: { readonly form: FormView }) {
  return (
    <div className={useFormStyles().apart}>
      <Section title="The form">
        <Head form={form} />
        {form.may.seeChild && <Child id={form.row.id} />}
        <p>
          <TextLink to={`${routes.newEscalation}?reference=${encodeURIComponent(form.row.reference)}`}>
            Raise a concern
          </TextLink>
        </p>
      </Section>
      {form.actions.length > 0 && <Actions actions={form.actions} />}
      {form.history.length > 0 && <History history={form.history} />}
    </div>
  )
}

function Head({ form }: { readonly form: FormView }) {
  const { row, service, team, caseType, grade, panel, panelDay, seenOn, sentOn, reviewedOn } = form
  const { today } = useMe()
  const day = (on: string | null) => (on ? inWords(on, today) : null)
  const lines: readonly (readonly [string, string | null])[] = [
    ['Lead person', whoIs(row.lead)],
    ['Service', service],
    ['Case worker', whoIs(row.worker)],
    ['Supervising manager', whoIs(row.manager)],
    ['Team', team],
    ['Type of case', caseType],
    ['Panel’s grade of the service', grade],
    ['Who sat on the panel', panel.length > 0 ? panel.join(', ') : null],
    ['Panel day', day(panelDay)],
    ['Worker’s part due', day(row.due)],
    ['Read by the worker', day(seenOn) ?? 'Not yet'],
    ['Sent', day(sentOn)],
    ['Recorded by somebody else', form.recordedFor],
    ['Reviewed', day(reviewedOn)],
  ]
  return (
    <dl className={useFormStyles().facts}>
      {lines.map(
        ([name, says]) =>
          says && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}

function whoIs({ title, holder }: FormView['row']['lead']): string {
  return `${holder ?? 'Nobody'}, ${title}`
}

function Actions({ actions }: Pick<FormView, 'actions'>) {
  const styles = useFormStyles()
  return (
    <Section title="Actions of this case">
      <ul className={styles.entries}>
        {actions.map(({ id, number, what, owner, due, group, state, stateWords }) => (
          <li key={id}>
            <p>
              <b>{number}</b> <TextLink to={routes.action(id)}>{what}</TextLink>
            </p>
            <p className={styles.when}>
              {owner}, <Due day={due} owing={isOwing(group)} />
            </p>
            <p className={styles.when}>
              <Shape of={stateShapes[state]} />
              {stateWords}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
