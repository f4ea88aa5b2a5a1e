import { useState } from 'react'
import { useLocation } from 'wouter'

import type { EntryView, ReturnView } from '#core/returns/views.ts'

import { useSubmission } from '../../submission.ts'
import { stepOf } from './shown.ts'
import { addressOf } from './useReturn.ts'

const EMPTY = {
  on: '',
  until: '',
  event: '',
  voice: '',
  raisedBy: '',
  response: '',
  responseSeen: '',
  source: '',
}
export type EntryDraft = typeof EMPTY
export type EntryField = keyof EntryDraft

/** An entry as it is being written; it is saved as a whole, at the version that was read when it was opened. */
export function useEntry(of: ReturnView, entry: EntryView | undefined) {
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<EntryDraft>(entry ? draftOf(entry) : EMPTY)
  const [from, setFrom] = useState(entry)
  const address = `${addressOf(of.id)}/entries${entry ? `/${encodeURIComponent(entry.id)}` : ''}`
  const save = useSubmission<unknown, object>(address)
  const remove = useSubmission<unknown, object>(`${address}/remove`)
  const back = { onSuccess: () => navigate(stepOf(of, 'chronology')) }
  const send = (version: number | undefined) =>
    save.mutate({ body: bodyOf(draft), ...versioned(version) }, back)
  /** What somebody else saved since the entry was opened. */
  const theirs = entry && from && entry.version !== from.version ? entry : undefined
  return {
    draft,
    save,
    remove,
    theirs,
    write: (field: EntryField, value: string) => setDraft((before) => ({ ...before, [field]: value })),
    submit: () => send(from?.version),
    takeOut: () => remove.mutate({ body: {}, ...versioned(from?.version) }, back),
    keepTheirs: () => {
      if (!theirs) return
      setDraft(draftOf(theirs))
      setFrom(theirs)
      save.reset()
    },
    keepMine: () => {
      setFrom(theirs)
      send(theirs?.version)
    },
  }
}

function draftOf({
  on,
  until,
  event,
  voice,
  raisedBy,
  response,
  responseSeen,
  source,
}: EntryView): EntryDraft {
  return { on, until: until ?? '', event, voice, raisedBy, response, responseSeen, source }
}

/** An empty day is none; an empty choice is left out: the server's sentence for it says what to choose. */
function bodyOf({ until, responseSeen, ...words }: EntryDraft): object {
  return { ...words, until: until === '' ? null : until, ...(responseSeen !== '' && { responseSeen }) }
}

function versioned(version: number | undefined) {
  return version === undefined ? {} : { version }
}
