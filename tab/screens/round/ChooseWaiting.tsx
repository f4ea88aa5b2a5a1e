import type { ChoiceView } from '#core/involvement/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'

type Props = Pick<ChoiceView, 'agencies'> & { readonly round: string }

/** Who has not answered yet, and whom to ring. */
export function ChooseWaiting({ agencies, round }: Props) {
  const waiting = agencies.filter(({ state }) => state !== 'given')
  if (waiting.length === 0) return null
  const title =
    waiting.length === 1
      ? 'One agency has not answered yet'
      : `${waiting.length} agencies have not answered yet`
  return (
    <Notice kind="news" title={title}>
      <ul>
        {waiting.map(({ id, name, lead, state }) => (
          <li key={id}>
            {name}: {lead ?? 'nobody holds the lead person’s post'},{' '}
            {state === 'received' ? 'has the list' : 'has not confirmed that the list arrived'}
          </li>
        ))}
      </ul>
      <p>
        <TextLink to={routes.round(round)}>See how the round stands</TextLink>
      </p>
    </Notice>
  )
}
