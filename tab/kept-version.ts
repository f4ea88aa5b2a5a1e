import { useState } from 'react'

import type { Problem } from './problem.ts'

/**
 * The version that stood there when the fields were filled: what somebody else saved meanwhile is not overwritten
 * without a word. After a conflict the person has been told, and sending again is to what stands there then.
 */
export function useKeptVersion(latest: number) {
  const [read, setRead] = useState<number | null>(latest)
  return {
    version: read ?? latest,
    keeping: {
      onSuccess: ({ version }: { readonly version: number }) => setRead(version),
      onError: (problem: Problem) => {
        if (problem.isConflict) setRead(null)
      },
    },
  }
}
