import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { Shape } from '../Shape.tsx'

export type Labels = {
  /** Of the control: the error summary's link leads to it. */
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

type Props = Labels & { readonly children: ReactNode }

/** A field: its label, its hint and what is wrong with it stand above the control. */
export function Labelled({ id, label, hint, error, children }: Props) {
  const styles = useLabelStyles()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Hints id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Hint and error above a control; `describedBy` names them to it. */
export function Hints({ id, hint, error }: Pick<Labels, 'id' | 'hint' | 'error'>) {
  const styles = useLabelStyles()
  return (
    <>
      {hint && (
        <Text as="p" block id={`${id}-hint`} className={styles.hint}>
          {hint}
        </Text>
      )}
      {error && (
        <Text as="p" block id={`${id}-error`} className={styles.error}>
          <Shape of="diamond" />
          {error}
        </Text>
      )}
    </>
  )
}

/** The attributes that tie a control to its hint and error. */
export function described({ id, hint, error }: Pick<Labels, 'id' | 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  } as const
}

export const useLabelStyles = makeStyles({
  field: { margin: `0 0 ${tokens.spacingVerticalXL}`, padding: 0, border: 'none', minWidth: 0 },
  label: {
    display: 'block',
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  error: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  wide: { width: '100%' },
})
