import type { Problem } from '../../problem.ts'
import { Notice } from '../Notice.tsx'
import { Trouble } from '../Trouble.tsx'

type Props = {
  readonly problem: Problem
  /** The id of the control for each field that the form shows. */
  readonly ids: Readonly<Record<string, string>>
}

/** What is wrong, at the top of the form, in its order: takes the focus; each line leads to its field. */
export function ErrorSummary({ problem, ids }: Props) {
  const order = Object.keys(ids)
  const fields = Object.entries(problem.fields).toSorted(
    ([one], [other]) => order.indexOf(one) - order.indexOf(other),
  )
  if (fields.length === 0) return <Trouble problem={problem} takesFocus />
  return (
    <Notice kind="trouble" title="There is a problem" takesFocus>
      <ul>
        {fields.map(([field, says]) => (
          <li key={field}>
            <FieldLink id={ids[field]} says={says} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function FieldLink({ id, says }: { readonly id: string | undefined; readonly says: string }) {
  if (!id) return says
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus()
      }}
    >
      {says}
    </a>
  )
}
