import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'

import type { RecordOptions } from '#core/actions/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'

const EMPTY = { case: '', what: '', owner: '', raiser: '', due: '', help: '' }
export type Draft = typeof EMPTY
export type FieldName = keyof Draft

/** The action as it is being written, what can be chosen, and saving it; then it stands open in the list. */
export function useNewAction() {
  const [, navigate] = useLocation()
  const options = useQuery<RecordOptions, Problem>({
    queryKey: ['record-options'],
    queryFn: ({ signal }) => get('/api/record-options', signal),
  })
  const save = useSubmission<{ id: string }, Partial<Draft>>('/api/actions')
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
    write: (field: FieldName, value: string) => setDraft((before) => written(before, field, value)),
    submit: () =>
      save.mutate(
        { body: filled(draft) },
        {
          onSuccess: ({ id }) =>
            navigate(routes.action(id), { state: { news: `Recorded. ${titleOf(draft.owner)} was told.` } }),
        },
      ),
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
