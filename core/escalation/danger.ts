/** Whom to ring in one area when a child is in danger now, and what to do. */
type DangerArea = {
  readonly name: string
  /** Empty until the partnership fills it in. */
  readonly phone: string
  readonly says: string
  /** Whom to ring to talk something over without a name (OXF-15); empty until the partnership fills it in. */
  readonly consult: string
  /** Where the area's own procedures are; empty until the partnership fills it in. */
  readonly link: string
}

/** What is done in immediate danger, by area: 999 stands before all of it, whatever is filled in. */
export type DangerGuide = { readonly version: number; readonly areas: readonly DangerArea[] }

/** As it comes with the product: the local authority’s number is not known before somebody fills it in. */
export const DEFAULT_DANGER: DangerGuide = {
  version: 0,
  areas: [
    {
      name: 'Children’s social care of the area where the child is',
      phone: '',
      says: 'Refer the child today, and say what you saw.',
      consult: '',
      link: '',
    },
  ],
}

/** "The north: ring 01632 960000. Refer the child today." A line for each area. */
export function dangerLines({ areas }: DangerGuide): readonly string[] {
  return areas.map(({ name, phone, says }) =>
    phone === '' ? `${name}: ${says}` : `${name}: ring ${phone}. ${says}`,
  )
}

/** "The north, to talk it over without a name: ring 01632 960001. Procedures: https://…" What is not filled in is left out. */
export function adviceLines({ areas }: DangerGuide): readonly string[] {
  return areas.flatMap(({ name, consult, link }) => {
    const said = [
      ...(consult === '' ? [] : [`${name}, to talk it over without a name: ring ${consult}.`]),
      ...(link === '' ? [] : [`Procedures of ${name}: ${link}`]),
    ]
    return said.length === 0 ? [] : [said.join(' ')]
  })
}
