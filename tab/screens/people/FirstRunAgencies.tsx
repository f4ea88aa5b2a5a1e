import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { countOf } from '#core/count.ts'
import type { FirstRunView } from '#core/people/first-run/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { useFirstRunStyles } from './FirstRun.styles.ts'

const IDS = { names: 'agency-names' } as const

type Added = { readonly added: number; readonly known: number }
type Props = { readonly of: FirstRunView; readonly isNext: boolean }

/** The agencies, a line each: what is known already is passed over. */
export function FirstRunAgencies({ of: { agencies, ready }, isNext }: Props) {
  const styles = useFirstRunStyles()
  const [lines, setLines] = useState('')
  const add = useSubmission<Added, { names: readonly string[] }>('/api/set-up/agencies')
  const names = lines.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      {agencies.length > 0 && (
        <ul className={styles.list}>
          {agencies.map(({ id, name, removable }) => (
            <li key={id}>
              <span>{name}</span>
              {removable && !ready && <TakeOut id={id} name={name} />}
            </li>
          ))}
        </ul>
      )}
      <Form
        send="Add the agencies"
        secondary={!isNext}
        sending={add.isPending}
        onSend={() => add.mutate({ body: { names } }, { onSuccess: () => setLines('') })}
        problem={add.error}
        tries={add.submittedAt}
        ids={IDS}
      >
        <TextField
          id={IDS.names}
          label="Agencies to add"
          hint="One on each line, for example Police."
          error={Object.values(add.error?.fields ?? {})[0]}
          value={lines}
          onChange={setLines}
        />
        <Status>{add.data && <p>{inWords(add.data)}</p>}</Status>
      </Form>
    </>
  )
}

function TakeOut({ id, name }: { readonly id: string; readonly name: string }) {
  const take = useSubmission<{ agency: string }, object>(
    `/api/set-up/agencies/${encodeURIComponent(id)}/remove`,
  )
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={take.isPending}
        aria-label={`Take out ${name}`}
        onClick={() => take.mutate({ body: {} })}
      >
        Take out
      </Button>
      {take.error && <Trouble problem={take.error} takesFocus />}
    </>
  )
}

function inWords({ added, known }: Added): string {
  const first = `${countOf(added, 'agency was', 'agencies were')} added.`
  return known === 0 ? first : `${first} ${countOf(known, 'was', 'were')} there already.`
}
