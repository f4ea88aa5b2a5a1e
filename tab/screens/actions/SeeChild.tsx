import { ShowChild } from '../../parts/ShowChild.tsx'
import { useSeeChild } from './useAction.ts'

/** Who an action is about. */
export function SeeChild({ id }: { readonly id: string }) {
  return <ShowChild what="who this is about" see={useSeeChild(id)} />
}
