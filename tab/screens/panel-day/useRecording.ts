import { useState } from 'react'

import type { PanelCase, PanelOfCase } from '#core/panel-day/views.ts'

import { useSubmission } from '../../submission.ts'

type Graded = { readonly panel: string; readonly rationale: string }
type Draft = {
  readonly grades: Readonly<Record<string, Graded>>
  readonly judgement: string
  readonly good: string
}

/** What goes to the server: a grade that nobody chose yet is '', and its sentence says so. */
type Sent = {
  readonly grades: readonly { agency: string; panel: string; rationale: string | null }[]
  readonly judgement: string
  readonly good: string
}

/**
 * What the panel decided about one case as it is being written. It begins with what was recorded, or with the
 * agencies' own grades: the panel confirms these unless it says otherwise. What is typed stays when others save.
 */
export function useRecording({ id, version }: PanelCase, panel: PanelOfCase) {
  const save = useSubmission<{ version: number }, Sent>(`/api/cases/${encodeURIComponent(id)}/panel`)
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const draft: Draft = {
    grades: { ...gradesIn(panel), ...typed.grades },
    judgement: typed.judgement ?? panel.judgement ?? '',
    good: typed.good ?? panel.good ?? '',
  }
  const rows = panel.grades.flatMap(({ agency, name, own }) =>
    own ? [{ agency, name, own, ...(draft.grades[agency] ?? { panel: own, rationale: '' }) }] : [],
  )
  const write = (part: Partial<Draft>) => {
    if (save.data) save.reset()
    setTyped((before) => ({ ...before, ...part }))
  }
  return {
    save,
    rows,
    judgement: draft.judgement,
    good: draft.good,
    judge: (judgement: string) => write({ judgement }),
    praise: (good: string) => write({ good }),
    grade: (agency: string, said: Partial<Graded>) => {
      const before = draft.grades[agency] ?? { panel: '', rationale: '' }
      write({ grades: { ...typed.grades, [agency]: { ...before, ...said } } })
    },
    submit: () =>
      save.mutate(
        {
          body: {
            grades: rows.map(({ agency, panel: agreed, own, rationale }) => ({
              agency,
              panel: agreed,
              rationale: agreed === own ? null : rationale,
            })),
            judgement: draft.judgement,
            good: draft.good,
          },
          version,
        },
        { onSuccess: () => setTyped({}) },
      ),
  }
}

function gradesIn({ grades }: PanelOfCase): Draft['grades'] {
  return Object.fromEntries(
    grades.map(({ agency, own, panel, rationale }) => [
      agency,
      { panel: panel ?? own ?? '', rationale: rationale ?? '' },
    ]),
  )
}
