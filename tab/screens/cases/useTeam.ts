import { useState } from 'react'

import type { CaseView } from '#core/cases/views.ts'

import { useSubmission } from '../../submission.ts'

/** Somebody who is not in the list: their id in the select. */
export const NEW = 'new'

/** A person of the list, or the particulars of one who is not in it. */
export type Person = {
  readonly chosen: string
  readonly name: string
  readonly mail: string
  readonly jobTitle: string
  readonly road: string
}
export type Who = 'worker' | 'manager'

export type Sent =
  | { readonly person: string }
  | { readonly name: string; readonly mail: string; readonly jobTitle: string; readonly road: string }

/** The team as it is being named: it begins with who is named now. */
export function useTeam({ id, version, team }: CaseView, onDone: () => void) {
  const save = useSubmission<{ version: number }, { worker: Sent; manager: Sent; team: string }>(
    `/api/cases/${encodeURIComponent(id)}/team`,
  )
  const [people, setPeople] = useState<Readonly<Record<Who, Person>>>({
    worker: someone(team?.worker?.person),
    manager: someone(team?.manager?.person),
  })
  const [name, setName] = useState(team?.name ?? '')
  return {
    save,
    people,
    name,
    setName,
    write: (who: Who, part: Partial<Person>) =>
      setPeople((before) => ({ ...before, [who]: { ...before[who], ...part } })),
    submit: () =>
      save.mutate(
        { body: { worker: sent(people.worker), manager: sent(people.manager), team: name }, version },
        { onSuccess: onDone },
      ),
  }
}

/** Nobody yet, or somebody of the list. */
export function someone(person: string | undefined): Person {
  return { chosen: person ?? '', name: '', mail: '', jobTitle: '', road: 'mail' }
}

/** As a door takes it: a person who is known, or the particulars of one who is not. */
export function sent({ chosen, ...particulars }: Person): Sent {
  return chosen === NEW ? particulars : { person: chosen }
}
