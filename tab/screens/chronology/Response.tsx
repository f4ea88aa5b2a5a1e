import { GAP_WORDS } from '#core/chronology/gap-words.ts'
import type { MergedEntryView } from '#core/chronology/views.ts'

import { Shape } from '../../parts/Shape.tsx'

/** What followed, as it was written; that nothing did stands as a word and a shape. */
export function Response({ entry: { response, gap } }: { readonly entry: MergedEntryView }) {
  return (
    <>
      {response !== '' && <div>{response}</div>}
      {gap !== null && (
        <div>
          <Shape of="diamond" />
          <strong>{GAP_WORDS[gap]}</strong>
        </div>
      )}
    </>
  )
}
