import { makeStyles } from '@fluentui/react-components'

/** A sentence in which no reference ("N-08", "N-2018-2") is broken across two lines. */
export function Unbroken({ text }: { readonly text: string }) {
  const styles = useStyles()
  return text.split(REFERENCE).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // A part is told by its place alone: a text may name one reference twice.
      <span key={`${part} ${place}`} className={styles.reference}>
        {part}
      </span>
    ),
  )
}

/** Splits so that each second part is a reference. */
const REFERENCE = /\b([A-Z]{1,4}-\d+(?:-\d+)?)\b/

const useStyles = makeStyles({ reference: { whiteSpace: 'nowrap' } })
