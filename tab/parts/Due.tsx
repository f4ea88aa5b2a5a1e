import { makeStyles, tokens } from '@fluentui/react-components'

import { dueInWords, shortWords } from '../days.ts'
import { useMe } from '../me.ts'

type Props = {
  readonly day: string
  /** Whether somebody still has to do it by then: what was reported or ended is never late. */
  readonly owing?: boolean
}

/** A due day in words, from today: late is a word before it is red. */
export function Due({ day, owing = true }: Props) {
  const { today } = useMe()
  const styles = useStyles()
  if (!owing) return <span>due {shortWords(day, today)}</span>
  return <span className={day < today ? styles.late : undefined}>{dueInWords(day, today)}</span>
}

const useStyles = makeStyles({
  late: { color: tokens.colorStatusDangerForeground3 },
})
