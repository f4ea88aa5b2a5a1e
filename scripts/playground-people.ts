import { stories } from '#local/story/stories.ts'
import type { Example } from '#local/story/stories.ts'

import type { PlaygroundPerson } from './agents-playground.ts'

/** The people of an example, the one who acts first; undefined when nobody there has that id. */
export function examplePeople(
  acting: string,
  story: Example,
): readonly [PlaygroundPerson, ...PlaygroundPerson[]] | undefined {
  // Each example numbers its people anew: whoever is somebody in one is a stranger in the other.
  const people = stories[story].furniture.person
  const first = people.find(({ id }) => id === acting)
  if (!first) return undefined
  const others = people.filter(({ id, road }) => id !== acting && road !== 'mail')
  return [asPlayground(first), ...others.map(asPlayground)]
}

function asPlayground({ name, aad_id: aadId }: { name: string; aad_id: string }): PlaygroundPerson {
  const [givenName = '', ...rest] = name.split(' ')
  return { aadId, givenName, surname: rest.join(' ') }
}
