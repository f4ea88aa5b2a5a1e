import { Problem } from '../../problem.ts'

/** What somebody else wrote meanwhile. */
export type Theirs = {
  readonly text: string
  readonly version: number
  readonly by: string
  readonly at: string
}

export type Standing =
  | { readonly is: 'typing' | 'saving' | 'waiting' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'conflict'; readonly theirs: Theirs }
  | { readonly is: 'refused'; readonly problem: Problem }

export type Draft = { readonly text: string; readonly version: number; readonly standing: Standing }

type Doors = {
  /** The same key for each try of one text. */
  send(text: string, version: number, key: string): Promise<{ readonly version: number; readonly at: string }>
  readAgain(): Promise<Theirs>
  saved(text: string, version: number): void
}

export type Saver = ReturnType<typeof makeSaver>

const PAUSE_MS = 800
const RETRY_MS = 5000

/**
 * Saves one field while it is typed: after a pause and when it is left. It outlives the field, so that a text
 * that could not be saved yet is still tried on the next page. A text that was changed by somebody else
 * meanwhile is shown beside ours, and nothing is lost of either.
 */
export function makeSaver({ send, readAgain, saved }: Doors) {
  const listeners = new Set<() => void>()
  let draft: Draft | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let last = { content: '', key: '' }

  const show = (next: Draft): void => {
    draft = next
    for (const listener of listeners) listener()
  }
  const later = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (!draft || busy || !isUnsaved(draft) || draft.standing.is === 'conflict') return
    const { text, version } = draft
    const content = JSON.stringify([text, version])
    if (last.content !== content) last = { content, key: crypto.randomUUID() }
    busy = true
    show({ ...draft, standing: { is: 'saving' } })
    const next = await tried(text, version)
    busy = false
    const typed = draft.text
    if (next.standing.is === 'saved') {
      saved(text, next.version)
      if (typed !== text) {
        show({ text: typed, version: next.version, standing: { is: 'typing' } })
        return later(0)
      }
    }
    show({ ...next, text: typed })
    if (next.standing.is === 'waiting') later(RETRY_MS)
  }

  async function tried(text: string, version: number): Promise<Omit<Draft, 'text'>> {
    try {
      const done = await send(text, version, last.key)
      return { version: done.version, standing: { is: 'saved', at: done.at } }
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault
      if (fault.isPassing) return { version, standing: { is: 'waiting' } }
      if (fault.status !== 412) return { version, standing: { is: 'refused', problem: fault } }
    }
    try {
      const theirs = await readAgain()
      const same = theirs.text === text
      return { version, standing: same ? { is: 'saved', at: theirs.at } : { is: 'conflict', theirs } }
    } catch {
      return { version, standing: { is: 'waiting' } }
    }
  }

  return {
    read: (): Draft | undefined => draft,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** `version` is the one that is shown; an unsaved draft goes on from its own. */
    type: (text: string, version: number): void => {
      const from = draft && isUnsaved(draft) ? draft : undefined
      if (from?.standing.is === 'conflict') return show({ ...from, text })
      show({ text, version: from?.version ?? version, standing: { is: busy ? 'saving' : 'typing' } })
      later(PAUSE_MS)
    },
    save,
    /** After a conflict: ours goes over theirs, or theirs stays. Both were seen. */
    keepMine: (): void => {
      if (draft?.standing.is !== 'conflict') return
      show({ text: draft.text, version: draft.standing.theirs.version, standing: { is: 'typing' } })
      void save()
    },
    keepTheirs: (): void => {
      if (draft?.standing.is !== 'conflict') return
      const { text, version, at } = draft.standing.theirs
      saved(text, version)
      show({ text, version, standing: { is: 'saved', at } })
    },
  }
}

/** Whether a text would be lost if the page went now. */
export function isUnsaved({ standing }: Draft): boolean {
  return standing.is !== 'saved'
}
