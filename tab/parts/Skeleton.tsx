import { makeStyles, tokens } from '@fluentui/react-components'

/** What comes, in grey: a heading and some rows. */
export function Skeleton({ rows = 4 }: { readonly rows?: number }) {
  const styles = useStyles()
  return (
    <div className={styles.skeleton} aria-busy="true">
      <output className={styles.said}>Loading</output>
      <div className={styles.heading} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  )
}

const grey = { borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1 }

const useStyles = makeStyles({
  skeleton: {
    boxSizing: 'border-box',
    maxWidth: '72rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}`,
  },
  said: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  heading: {
    ...grey,
    width: 'min(20rem, 80%)',
    height: '2rem',
    marginBottom: tokens.spacingVerticalXXL,
  },
  row: { ...grey, height: '3rem', marginBottom: tokens.spacingVerticalS },
})
