import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { ReactNode } from 'react'

import { Shape } from './Shape.tsx'
import type { ShapeName } from './Shape.tsx'

type Props = {
  readonly title: string
  readonly shape?: ShapeName
  readonly count?: number
  /** The heading's level: 2 for a section, 3 for a group in a section. */
  readonly level: 2 | 3
  readonly children: ReactNode
}

/** A group of rows under its heading. */
export function Rows({ title, shape, count, level, children }: Props) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.group}>
      <Subtitle2 as={`h${level}`} id={id} className={styles.heading}>
        {shape && <Shape of={shape} />}
        {title} {count !== undefined && <span className={styles.count}>{count}</span>}
      </Subtitle2>
      <RowList labelledBy={id}>{children}</RowList>
    </div>
  )
}

/** The rows themselves, named by a heading that stands above them. */
export function RowList({
  labelledBy,
  children,
}: {
  readonly labelledBy: string
  readonly children: ReactNode
}) {
  return (
    <ul aria-labelledby={labelledBy} className={useStyles().list}>
      {children}
    </ul>
  )
}

const useStyles = makeStyles({
  group: { marginBottom: tokens.spacingVerticalXL },
  heading: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})
