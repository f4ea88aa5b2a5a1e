import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Chronology } from './Chronology.tsx'
import { Contributors } from './Contributors.tsx'
import { Documents } from './Documents.tsx'
import { EntryPage } from './EntryPage.tsx'
import { Evaluation } from './Evaluation.tsx'
import { ReturnRead } from './ReturnRead.tsx'
import { ReturnTasks } from './ReturnTasks.tsx'
import { SectionPage } from './SectionPage.tsx'
import { SignOff } from './SignOff.tsx'
import { useContent, useReturn, useStep } from './useReturn.ts'

/** What one agency sends about one case: its own people write it page by page, who asked for it reads it. */
export function Return({ id }: { readonly id: string }) {
  const head = useReturn(id)
  const content = useContent(id)
  const { step, at } = useStep()
  const error = head.error ?? content.error
  if (error && !head.data)
    return (
      <Page title="This return could not be shown" narrow>
        <Trouble problem={error} onAgain={() => void Promise.all([head.refetch(), content.refetch()])} />
      </Page>
    )
  if (!head.data || !content.data) return <Skeleton />
  const shown = { of: head.data, content: content.data }
  if (!head.data.may.own) return <ReturnRead {...shown} />
  switch (step) {
    case 'chronology':
      return at ? <EntryPage key={at} {...shown} entry={at} /> : <Chronology {...shown} />
    case 'evaluation':
      return at ? <SectionPage key={at} {...shown} section={at} /> : <Evaluation {...shown} />
    case 'documents':
      return <Documents {...shown} />
    case 'send':
      return <SignOff {...shown} />
    case 'contributors':
      return <Contributors {...shown} />
    case 'read':
      return <ReturnRead {...shown} />
    default:
      return <ReturnTasks {...shown} />
  }
}
