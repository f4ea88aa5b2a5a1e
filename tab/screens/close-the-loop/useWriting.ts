import { useEffect, useEffectEvent, useState } from 'react'

import type { FormView, PartView } from '#core/close-the-loop/views.ts'

import { isDay } from '../../days.ts'
import type { Problem } from '../../problem.ts'
import { useFormAnswer } from './useForm.ts'

/** After the last key, so that nobody has to think of saving. */
const PAUSE_MS = 1000

/**
 * The worker's part as it is being written. Each change is kept by itself a moment after the last key; what was
 * typed stays on the page until it was, also when somebody changed the form meanwhile.
 */
export function useWriting({ row, version, part }: FormView) {
  const save = useFormAnswer(row.id)
  const [typed, setTyped] = useState<Partial<PartView>>({})
  const [last, setLast] = useState<Kept>({ version: 0, at: '', fields: {} })
  const [pressed, setPressed] = useState(false)
  // What was kept from here counts until the page was read again; what is newer there counts then.
  const server = { ...(part ?? EMPTY), ...(last.version >= version ? last.fields : {}) }
  const unsaved = changesIn(typed, server)
  const isUnsaved = Object.keys(unsaved).length > 0
  const versionNow = Math.max(version, last.version)

  const keep = (then?: (version: number) => void) => {
    setPressed(then !== undefined)
    if (!isUnsaved) return then?.(versionNow)
    if (save.isPending) return
    save.mutate(
      { body: { deed: 'write', ...unsaved }, version: versionNow },
      {
        onSuccess: ({ version: saved }) => {
          setLast(({ fields }) => ({
            version: saved,
            at: CLOCK.format(new Date()),
            fields: { ...fields, ...unsaved },
          }))
          setTyped((before) => changesIn(before, { ...server, ...unsaved }))
          then?.(saved)
        },
      },
    )
  }
  const keepByItself = useEffectEvent(() => keep())
  const waits = isUnsaved && !save.isPending && !save.error ? JSON.stringify(unsaved) : ''
  useEffect(() => {
    if (waits === '') return
    const timer = setTimeout(() => keepByItself(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [waits])

  return {
    shown: { ...server, ...typed },
    isSaving: save.isPending,
    /** Why what was sent by the button was not kept; what failed by itself is said in `status` alone. */
    problem: pressed ? save.error : null,
    tries: save.submittedAt,
    version: versionNow,
    status: statusOf(isUnsaved, save.error, last.at),
    write: (change: Partial<PartView>) => {
      if (save.error) save.reset()
      setTyped((before) => ({ ...before, ...change }))
    },
    keep,
  }
}

type Kept = { readonly version: number; readonly at: string; readonly fields: Partial<PartView> }

function statusOf(isUnsaved: boolean, error: Problem | null, at: string): string {
  if (error) return `Not saved yet: ${error.title}. What you typed is still here; press Next to try again.`
  if (isUnsaved) return 'Not saved yet'
  return at && `Saved ${at}`
}

const EMPTY: PartView = {
  metOn: null,
  present: '',
  background: '',
  reflections: '',
  learning: '',
  shared: false,
}
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** What differs from what is kept; a day is kept when it is one. */
function changesIn(typed: Partial<PartView>, server: PartView): Partial<PartView> {
  const differs = ([field, value]: readonly [string, unknown]) =>
    value !== server[field as keyof PartView] &&
    (field !== 'metOn' || (typeof value === 'string' && isDay(value)))
  return Object.fromEntries(Object.entries(typed).filter(differs))
}
