import { NOTHING } from '#core/returns/fields.ts'
import type { Missing } from '#core/returns/missing.ts'
import type { ReturnView } from '#core/returns/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { controlOf } from './AnswerField.tsx'
import { stepOf } from './shown.ts'

type Props = { readonly of: ReturnView; readonly missing: readonly Missing[] }

/** Everything that is missing before something can be sent, each with its link. */
export function MissingList({ of, missing }: Props) {
  if (missing.length === 0) return null
  return (
    <Notice kind="news" title="Before you can send it">
      <ul>
        {missing.map(({ field, says }) => (
          <li key={field}>
            {field === NOTHING ? (
              <HereLink field={field} says={says} />
            ) : (
              <TextLink to={placeOf(of, field)}>{says}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** To a field of this page. */
function HereLink({ field, says }: Missing) {
  return (
    <a
      href={`#${controlOf(field)}`}
      onClick={(event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>(`#${controlOf(field)}`)?.focus()
      }}
    >
      {says}
    </a>
  )
}

function placeOf(of: ReturnView, field: string): string {
  const [kind, id = ''] = field.split('.')
  return kind === 'aspect' ? stepOf(of, 'evaluation', id) : stepOf(of, 'documents')
}
