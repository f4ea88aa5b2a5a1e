import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { Shape } from './Shape.tsx'

type Props = {
  readonly kind: 'done' | 'trouble' | 'news'
  readonly title: string
  readonly children?: ReactNode
  /** Takes the focus when it appears: for what must be read before going on. */
  readonly takesFocus?: boolean
}

/** A message in the page: a word and a shape before the colour. */
export function Notice({ kind, title, children, takesFocus = false }: Props) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [takesFocus])
  return (
    <div ref={box} tabIndex={takesFocus ? -1 : undefined} className={mergeClasses(styles.box, styles[kind])}>
      <span className={styles.shape}>
        <Shape of={SHAPES[kind]} />
      </span>
      <div className={styles.words}>
        <Text weight="semibold" block as={takesFocus ? 'h2' : 'p'} className={styles.title}>
          {title}
        </Text>
        {children && <div className={styles.more}>{children}</div>}
      </div>
    </div>
  )
}

const SHAPES = { done: 'tick', trouble: 'diamond', news: 'dot' } as const

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    maxWidth: '42rem',
    boxSizing: 'border-box',
    marginBottom: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  done: { borderLeftColor: tokens.colorStatusSuccessForeground1 },
  trouble: { borderLeftColor: tokens.colorStatusDangerForeground3 },
  news: { borderLeftColor: tokens.colorBrandForeground1 },
  shape: { flex: 'none', lineHeight: tokens.lineHeightBase300 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0 },
  more: {
    '& p, & ul': { margin: `${tokens.spacingVerticalXS} 0 0` },
    '& ul': { paddingLeft: tokens.spacingHorizontalL },
    '& li': { padding: `${tokens.spacingVerticalXXS} 0` },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
})
