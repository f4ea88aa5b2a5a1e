import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, useId } from 'react'

import { inWords } from '../days.ts'
import { useMe } from '../me.ts'
import { Status } from './Status.tsx'

/** Who a child is, as it was asked for. What is not there is not of the view; null was not recorded. */
export type ChildSeen = {
  readonly name: string
  readonly born: string | null
  readonly age?: string
  readonly gender?: string | null
  readonly ethnicity?: string | null
  readonly religion?: string | null
  /** When the case that is open now was opened. */
  readonly opened?: string | null
}

type Props = {
  /** "who the child is": what the button shows and hides. */
  readonly what: string
  readonly see: {
    readonly data: ChildSeen | undefined
    readonly error: { readonly title: string; readonly detail: string } | null
    readonly isPending: boolean
    readonly mutate: (press: { readonly body: object }) => void
    readonly reset: () => void
  }
}

/** Who this is about: shown only when asked for, each view is recorded, and it is gone when it is closed. */
export function ShowChild({ what, see }: Props) {
  const styles = useStyles()
  const hint = useId()
  const { today } = useMe()
  return (
    <div className={styles.part}>
      {see.data ? (
        <Button onClick={see.reset}>Hide {what}</Button>
      ) : (
        <Button
          disabledFocusable={see.isPending}
          aria-describedby={hint}
          onClick={() => see.mutate({ body: {} })}
        >
          Show {what}
        </Button>
      )}
      <p id={hint} className={styles.quiet}>
        Each view is recorded with your name and the time.
      </p>
      <Status>
        {see.data && (
          <dl className={styles.facts}>
            {linesOf(see.data, today).map(([name, says]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{says}</dd>
              </Fragment>
            ))}
          </dl>
        )}
        {see.error && `${see.error.title}. ${see.error.detail}`}
      </Status>
    </div>
  )
}

/** In the order of the form. */
function linesOf(child: ChildSeen, today: string): readonly (readonly [string, string])[] {
  const { name, born, age, opened } = child
  return [
    ...(opened === undefined
      ? []
      : [['Case opened', opened ? inWords(opened, today) : NOT_RECORDED] as const]),
    ['Name', name],
    ['Date of birth', born ? inWords(born, today) : 'Not born yet'],
    ...(age === undefined ? [] : [['Age today', age] as const]),
    ...SPECIAL.flatMap(([field, label]) =>
      child[field] === undefined ? [] : [[label, child[field] ?? NOT_RECORDED] as const],
    ),
  ]
}

const NOT_RECORDED = 'Not recorded'
const SPECIAL = [
  ['gender', 'Gender'],
  ['ethnicity', 'Ethnicity'],
  ['religion', 'Religion'],
] as const

const useStyles = makeStyles({
  part: { marginBottom: tokens.spacingVerticalL },
  quiet: {
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground2,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: '9rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})
