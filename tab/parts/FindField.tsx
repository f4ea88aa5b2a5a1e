import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { routes } from '../routes.ts'

/** Finds by reference, code, number or name. A name is kept out of the address: addresses are kept and sent on. */
export function FindField() {
  const styles = useStyles()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const find = () => {
    const q = text.trim()
    if (q === '') return
    if (/\d/.test(q)) navigate(`${routes.find}?q=${encodeURIComponent(q)}`)
    else navigate(routes.find, { state: { q } })
    setText('')
  }
  return (
    <search className={styles.search}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <Input
          aria-label="Find a case, a round, an action or a person"
          placeholder="N-08 or a name"
          className={styles.field}
          input={{ className: styles.inner, maxLength: 80, type: 'search' }}
          autoComplete="off"
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
        <Button type="submit" className={styles.button}>
          Find
        </Button>
      </form>
    </search>
  )
}

const phone = '@media (max-width: 639px)'

const useStyles = makeStyles({
  // On a phone a row of its own, which begins and ends where the words of the tabs do.
  search: { [phone]: { flexBasis: '100%' } },
  form: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
    '@media (min-width: 480px) and (max-width: 639px)': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    },
    '@media (max-width: 479px)': { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  },
  field: { width: '9.5rem', minWidth: 0, [phone]: { flexGrow: 1 } },
  button: { minWidth: 0 },
  inner: { width: '100%', minWidth: 0 },
})
