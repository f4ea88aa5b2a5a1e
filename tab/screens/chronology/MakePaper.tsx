import { Button, makeStyles, tokens } from '@fluentui/react-components'

import type { PaperMade } from '#core/chronology/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'

type Props = {
  readonly path: string
  readonly name: string
  /** What goes with the press. */
  readonly body?: object
}

/** Makes a paper in the round's folder and gives it to the browser once, by a ticket that is good for a minute. */
export function MakePaper({ path, name, body = {} }: Props) {
  const styles = useStyles()
  const make = useSubmission<PaperMade, object>(path)
  return (
    <div className={styles.make}>
      <Button
        disabledFocusable={make.isPending}
        onClick={() => make.mutate({ body }, { onSuccess: ({ ticket }) => fetchPaper(ticket) })}
      >
        {make.isPending ? 'Making it' : name}
      </Button>
      <Status>
        {make.data && (
          <Notice kind="done" title={`${make.data.name} was made`}>
            <p>
              It is kept in the round’s folder, and your browser saves a copy. Keep that where it belongs.
            </p>
          </Notice>
        )}
        {make.error && <Trouble problem={make.error} />}
      </Status>
    </div>
  )
}

/** A link carries no bearer token: the ticket in it is used up by the first look. */
function fetchPaper(ticket: string): void {
  Object.assign(document.createElement('a'), { href: `/api/papers/${ticket}`, download: '' }).click()
}

const useStyles = makeStyles({
  make: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    marginBottom: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
})
