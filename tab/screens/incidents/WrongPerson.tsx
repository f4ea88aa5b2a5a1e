import { useMe } from '../../me.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'

/** On the page of what may have gone wrong: for the partnership, who withdraws it. */
export function WrongPerson({ about }: { readonly about: string }) {
  const { may } = useMe()
  if (!may.withdraw) return null
  return (
    <p>
      <TextLink to={routes.withdraw(about)}>Sent to the wrong person</TextLink>
    </p>
  )
}
