import { Button, Text } from '@fluentui/react-components'

import { Status } from '../../parts/Status.tsx'
import { chasedInWords, useChase } from './useActions.ts'

/** Reminds everyone who is late, then says what was sent; a second reminder needs a fresh visit. */
export function ChaseLate({ count }: { readonly count: number }) {
  const chase = useChase()
  return (
    <>
      <Status>
        {chase.data && <Text>{chasedInWords(chase.data)}</Text>}
        {chase.error && (
          <Text>
            {chase.error.title}. {chase.error.detail}
          </Text>
        )}
      </Status>
      {count > 0 && !chase.data && (
        <Button
          appearance="primary"
          disabledFocusable={chase.isPending}
          onClick={() => chase.mutate({ body: { actions: 'late' } })}
        >
          {count === 1 ? 'Chase one late action' : `Chase ${count} late actions`}
        </Button>
      )}
    </>
  )
}
