import { makeStyles, tokens } from '@fluentui/react-components'

import { Section } from './Section.tsx'

type Props = {
  readonly history: readonly { readonly at: string; readonly who: string; readonly what: string }[]
}

/** Who did what, the newest first. */
export function History({ history }: Props) {
  const styles = useStyles()
  return (
    <Section title="History">
      <ol className={styles.entries}>
        {history.map(({ at, who, what }, place) => (
          <li key={history.length - place}>
            <p>
              {who}: {what}
            </p>
            <p className={styles.when}>{at}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const useStyles = makeStyles({
  entries: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& > li': {
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& p': { margin: `0 0 ${tokens.spacingVerticalXS}`, maxWidth: '70ch', whiteSpace: 'pre-wrap' },
  },
  when: { color: tokens.colorNeutralForeground2 },
})
