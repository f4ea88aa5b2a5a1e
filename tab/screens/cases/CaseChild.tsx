import { Section } from '../../parts/Section.tsx'
import { ShowChild } from '../../parts/ShowChild.tsx'
import { useChildOfCase } from './useCase.ts'

/** Who the child of a case is. */
export function CaseChild({ id }: { readonly id: string }) {
  return (
    <Section title="Who the child is">
      <ShowChild what="who the child is" see={useChildOfCase(id)} />
    </Section>
  )
}
