import { Button } from '@fluentui/react-components'

import type { CheckedLineView } from '#core/actions/views.ts'
import { countOf } from '#core/count.ts'

import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ErrorSummary } from '../../parts/form/ErrorSummary.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useImportStyles } from './ImportActions.styles.ts'
import { useImport } from './useImport.ts'

const ACTIONS = { to: routes.actions, name: 'Actions' } as const

/** Brings in a tracker from Excel: every line is checked, what is right is recorded, the others stay in sight. */
export function ImportActions() {
  const { may } = useMe()
  return (
    <Page
      title="Bring in a tracker"
      says="From an Excel workbook. Nothing is recorded before you have seen every line."
      up={ACTIONS}
    >
      {may.recordAction ? <Steps /> : <Empty says="Actions are recorded by the QA manager." />}
    </Page>
  )
}

function Steps() {
  const bringing = useImport()
  const { check, save, lines, saved } = bringing
  const styles = useImportStyles()
  const right = lines.filter(({ problems }) => problems.length === 0)
  const wrong = lines.filter(({ problems }) => problems.length > 0)
  return (
    <>
      {check.error && (
        <ErrorSummary key={check.submittedAt} problem={check.error} ids={{ file: 'import-file' }} />
      )}
      <div className={styles.choose}>
        <label htmlFor="import-file">Excel workbook (.xlsx), up to 1 MB and 2,000 rows</label>
        <p>
          One row names the columns: Case, What will be done, Owner, Asked by, Due, How we will know that it
          helped, and, if you like, Done. What is done there waits here for whoever asked for it: they alone
          say that it happened.
        </p>
        <input
          id="import-file"
          type="file"
          accept=".xlsx"
          disabled={bringing.recording}
          onChange={({ target }) => void bringing.choose(target.files?.[0])}
        />
      </div>
      <Status>
        {check.isPending && 'Reading it'}
        {bringing.tooLarge && (
          <Notice kind="trouble" title="This file is too large">
            <p>Keep one sheet with the actions, without pictures, and choose it again.</p>
          </Notice>
        )}
        {saved.length > 0 && (
          <Notice kind="done" title={`${countOf(saved.length, 'action was', 'actions were')} recorded`}>
            <p>
              {saved.map(({ number }) => number).join(', ')}. Their owners were told.
              {wrong.length > 0 && ' The lines below were not recorded.'}
            </p>
          </Notice>
        )}
      </Status>
      {save.error && <Trouble problem={save.error} />}
      {check.data && check.data.missing.length > 0 && (
        <Notice kind="news" title="These columns were not found">
          <p>{check.data.missing.join(', ')}.</p>
        </Notice>
      )}
      {check.data && lines.length === 0 && saved.length === 0 && (
        <Empty says="No line stands below the headings. Choose another workbook." />
      )}
      {wrong.length > 0 && (
        <Section title={`${countOf(wrong.length, 'line')} to be put right`}>
          <p>Put them right in your workbook and choose it again: only these need to stand in it.</p>
          <Lines lines={wrong} name="Lines to be put right" />
        </Section>
      )}
      {right.length > 0 && (
        <Section title={`${countOf(right.length, 'line')} ready`}>
          <Lines lines={right} name="Lines that are ready" />
          <Button
            appearance="primary"
            disabledFocusable={bringing.recording}
            onClick={() => void bringing.record(right)}
          >
            {bringing.recording
              ? `Recording, ${right.length} to go`
              : `Record ${countOf(right.length, 'action')} and tell the owners`}
          </Button>
        </Section>
      )}
    </>
  )
}

function Lines({ lines, name }: { readonly lines: readonly CheckedLineView[]; readonly name: string }) {
  const styles = useImportStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles.box} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Case</th>
            <th scope="col">What will be done</th>
            <th scope="col">Owner</th>
            <th scope="col">Asked by</th>
            <th scope="col">Due</th>
            <th scope="col">Done</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, case: of, what, owner, raiser, due, done, saysDone, problems }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>{of}</td>
              <td>{what}</td>
              <td>{owner}</td>
              <td>{raiser}</td>
              <td>{due}</td>
              <td>{saysDone ? `Yes: ${done}` : done === '' ? 'No' : `No: ${done}`}</td>
              <td>{problems.length === 0 ? 'Nothing' : problems.map(({ says }) => says).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
