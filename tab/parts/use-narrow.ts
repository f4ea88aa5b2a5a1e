import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 639px)'

/** Whether the page is a phone's: there a list takes the place of a table. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(NARROW).matches)
}

function listen(changed: () => void): () => void {
  const media = window.matchMedia(NARROW)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}
