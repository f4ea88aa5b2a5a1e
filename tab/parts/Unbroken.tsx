import { makeStyles } from '@fluentui/react-components'

/** A sentence in which no reference ("N-08", "N-2018-2") or telephone number is broken across two lines. */
export function Unbroken({ text }: { readonly text: string }) {
  const styles = useStyles()
  return text.split(WHOLE).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // A part is told by its place alone: a text may name one twice.
      <span key={`${part} ${place}`} className={styles.whole}>
        {part}
      </span>
    ),
  )
}

/** Splits so that each second part is a reference or a telephone number. */
const WHOLE = /\b([A-Z]{1,4}-\d+(?:-\d+)?|0\d{2,4}(?: \d{3,6})+)\b/

const useStyles = makeStyles({ whole: { whiteSpace: 'nowrap' } })
