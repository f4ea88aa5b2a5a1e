import { useEffect, useRef, useState } from 'react'

type Row = { readonly id: string; readonly content: string }

/**
 * How often each row changed while it was shown: what changed lights up softly once. Rows that come because
 * the person asked for other rows (`asked` names what they asked for) are no news.
 */
export function useChanged(rows: readonly Row[] | undefined, asked: string): ReadonlyMap<string, number> {
  const before = useRef<{ readonly asked: string; readonly rows: ReadonlyMap<string, string> }>(null)
  const [changes, setChanges] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    if (!rows) return
    const seen = before.current
    before.current = { asked, rows: new Map(rows.map(({ id, content }) => [id, content])) }
    if (!seen || seen.asked !== asked) return
    const changed = rows.filter(({ id, content }) => seen.rows.get(id) !== content)
    if (changed.length > 0)
      setChanges(
        (counts) =>
          new Map([...counts, ...changed.map(({ id }) => [id, (counts.get(id) ?? 0) + 1] as const)]),
      )
  }, [rows, asked])
  return changes
}
