import { ShowChild } from '../../parts/ShowChild.tsx'
import { useChild } from './useForm.ts'

/** Who the child of a form is, with the age today (OLD-146). */
export function Child({ id }: { readonly id: string }) {
  return <ShowChild what="who the child is" see={useChild(id)} />
}
