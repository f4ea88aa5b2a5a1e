import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import { inTeams } from '../../host.ts'
import { Page } from '../../parts/Page.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { go, routes } from '../../routes.ts'
import { tokens } from '../../sign-in/tokens.ts'
import { useSubmission } from '../../submission.ts'
import { usePeopleStyles } from './People.styles.ts'

/** Somebody was invited, and is signed in with the account that is to be theirs here. */
export function Join({ code }: { readonly code: string }) {
  const styles = usePeopleStyles()
  const client = useQueryClient()
  const join = useSubmission<{ joined: true }, { code: string }>('/api/join')
  const who = useQuery({ queryKey: ['who'], queryFn: tokens.who })
  const begin = (): void => {
    client.clear()
    go(routes.home)
  }
  return (
    <Page
      title="You are invited"
      says="The account with which you are signed in becomes yours here. The invitation is good once, so use the account of your work."
      narrow
    >
      {who.data && (
        <p>
          You are signed in as <strong>{who.data}</strong>.
        </p>
      )}
      {join.error && <Trouble problem={join.error} takesFocus />}
      <div className={styles.acts}>
        <Button
          appearance="primary"
          disabledFocusable={join.isPending}
          onClick={() => join.mutate({ body: { code } }, { onSuccess: begin })}
        >
          Join with this account
        </Button>
        {!inTeams && (
          <Button onClick={() => void tokens.ask({ other: true })}>Sign in with another account</Button>
        )}
      </div>
    </Page>
  )
}
