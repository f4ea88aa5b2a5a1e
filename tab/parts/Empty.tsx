import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { Shape } from './Shape.tsx'

type Props = { readonly says: string; readonly children?: ReactNode }

/** Why there is nothing here, and the next step. */
export function Empty({ says, children }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <span className={styles.picture}>
        <Shape of="tick" />
      </span>
      <div>
        <Text as="p" block className={styles.says}>
          {says}
        </Text>
        {children}
      </div>
    </div>
  )
}

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    maxWidth: '42rem',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  picture: { fontSize: tokens.fontSizeHero800, lineHeight: 1 },
  says: { margin: `0 0 ${tokens.spacingVerticalXS}` },
})
