import { Text } from '@fluentui/react-components'

import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { routes } from '../../routes.ts'

/** An address that is none of ours, or not for this person. */
export function NotFound() {
  return (
    <Page title="There is no page at this address" narrow>
      <Text as="p" block>
        The link may be old or cut off. What waits for you stands on Home.
      </Text>
      <p>
        <MoveLink to={routes.home}>Go to Home</MoveLink>
      </p>
    </Page>
  )
}
