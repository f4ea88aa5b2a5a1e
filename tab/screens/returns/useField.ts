import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { post } from '../../api.ts'
import { tokens } from '../../sign-in/tokens.ts'
import { isUnsaved, makeSaver } from './saver.ts'
import type { Saver } from './saver.ts'
import { addressOf, answerIn, keepAnswer, readContent, useContent } from './useReturn.ts'

/** One field of a return: what is shown in it, how it stands, and writing it. */
export function useField(id: string, field: string) {
  const client = useQueryClient()
  const shown = answerIn(useContent(id).data, field)
  const saver = saverFor(client, id, field)
  const draft = useSyncExternalStore(saver.subscribe, saver.read)
  return {
    text: draft && isUnsaved(draft) ? draft.text : shown.text,
    standing: draft?.standing,
    write: (text: string) => saver.type(text, shown.version),
    /** For a choice: there is nothing to wait for. */
    choose: (text: string) => {
      saver.type(text, shown.version)
      void saver.save()
    },
    save: () => void saver.save(),
    keepMine: saver.keepMine,
    keepTheirs: saver.keepTheirs,
  }
}

/** One saver for each field, for as long as one person is signed in. */
const savers = new Map<string, Saver>()
let holder: string | null = null

function saverFor(client: QueryClient, id: string, field: string): Saver {
  if (holder !== tokens.whose()) savers.clear()
  holder = tokens.whose()
  const key = `${id} ${field}`
  const known = savers.get(key)
  if (known) return known
  const made = makeSaver({
    send: (text, version, once) =>
      post(`${addressOf(id)}/answers`, { body: { field, text }, version, key: once }),
    readAgain: async () => answerIn(await readContent(id), field),
    saved: (text, version) => keepAnswer(client, id, { field, text, version, by: '', at: '' }),
  })
  savers.set(key, made)
  return made
}

window.addEventListener('online', () => {
  for (const saver of savers.values()) void saver.save()
})
window.addEventListener('beforeunload', (event) => {
  const unsaved = [...savers.values()].map((saver) => saver.read())
  if (unsaved.some((draft) => draft && isUnsaved(draft))) event.preventDefault()
})
