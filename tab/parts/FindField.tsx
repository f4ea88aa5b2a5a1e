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
    <search>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <Input
          aria-label="Find a case, a round, an action or a person"
          placeholder="N-08, A2 or a name"
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

const useStyles = makeStyles({
  form: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
  },
  field: { width: '11rem', minWidth: 0 },
  button: { minWidth: 0 },
  inner: { width: '100%', minWidth: 0 },
})
