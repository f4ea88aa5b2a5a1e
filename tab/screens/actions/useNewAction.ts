import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'

import type { RecordOptions } from '#core/actions/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'

const EMPTY = { case: '', what: '', owner: '', raiser: '', due: '', help: '', source: 'panel-day' }
export type Draft = typeof EMPTY
export type FieldName = keyof Draft
type Sent = Partial<Omit<Draft, 'owner'>> & { readonly owner?: string; readonly owners?: readonly string[] }

/** The action as it is being written, what can be chosen, and saving it; then it stands open in the list. */
export function useNewAction() {
  const [, navigate] = useLocation()
  const options = useQuery<RecordOptions, Problem>({
    queryKey: ['record-options'],
    queryFn: ({ signal }) => get('/api/record-options', signal),
  })
  const one = useSubmission<{ id: string }, Sent>('/api/actions')
  const many = useSubmission<{ actions: readonly string[]; parent: string }, Sent>('/api/actions/fan-out')
  const [others, setOthers] = useState<readonly string[]>([])
  const save = others.length > 0 ? many : one
  // Panel day leads here with its case.
  const [search] = useSearchParams()
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, case: search.get('case') ?? '' }))
  const posts = options.data?.cases.find(({ id }) => id === draft.case)?.posts ?? []
  const titleOf = (post: string) => posts.find(({ id }) => id === post)?.title ?? ''
  return {
    options,
    save,
    draft,
    posts,
    titleOf,
    /** The other agencies' posts that are asked the same. */
    others,
    alsoAsk: (post: string, asked: boolean) =>
      setOthers((before) => (asked ? [...before, post] : before.filter((each) => each !== post))),
    write: (field: FieldName, value: string) => {
      setDraft((before) => written(before, field, value))
      if (field === 'case') setOthers([])
      else if (field === 'owner') setOthers((before) => before.filter((each) => each !== value))
    },
    submit: () => {
      if (others.length === 0) {
        const news = `Recorded. ${titleOf(draft.owner)} was told.`
        one.mutate(
          { body: filled(draft) },
          { onSuccess: ({ id }) => navigate(routes.action(id), { state: { news } }) },
        )
        return
      }
      const { owner, ...rest } = filled(draft)
      many.mutate(
        { body: { ...rest, owners: [...(owner ? [owner] : []), ...others] } },
        {
          onSuccess: ({ actions: [first = ''], parent }) =>
            navigate(routes.action(first), {
              state: { news: `Recorded as ${parent}, one action for each agency. All of them were told.` },
            }),
        },
      )
    },
  }
}

/** Another case has other posts: what was chosen from the old one's goes. */
function written(before: Draft, field: FieldName, value: string): Draft {
  return field === 'case' ? { ...before, case: value, owner: '', raiser: '' } : { ...before, [field]: value }
}

/** An empty field is left out: the server's sentence for it says what to write. */
function filled(draft: Draft): Partial<Draft> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))
}
