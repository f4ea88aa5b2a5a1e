import { exampleshire } from '#local/story/thread/exampleshire.ts'

import type { PlaygroundPerson } from './agents-playground.ts'

/** The people of the example, the one who acts first; undefined when nobody there has that id. */
export function examplePeople(
  acting: string,
): readonly [PlaygroundPerson, ...PlaygroundPerson[]] | undefined {
  const first = exampleshire.person.find(({ id }) => id === acting)
  if (!first) return undefined
  const others = exampleshire.person.filter(({ id, road }) => id !== acting && road !== 'mail')
  return [asPlayground(first), ...others.map(asPlayground)]
}

function asPlayground({ name, aad_id: aadId }: { name: string; aad_id: string }): PlaygroundPerson {
  const [givenName = '', ...rest] = name.split(' ')
  return { aadId, givenName, surname: rest.join(' ') }
}
