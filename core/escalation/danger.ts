/** Whom to ring in one area when a child is in danger now, and what to do. */
type DangerArea = {
  readonly name: string
  /** Empty until the partnership fills it in. */
  readonly phone: string
  readonly says: string
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
    },
  ],
}

/** "The north: ring 01632 960000. Refer the child today." A line for each area. */
export function dangerLines({ areas }: DangerGuide): readonly string[] {
  return areas.map(({ name, phone, says }) =>
    phone === '' ? `${name}: ${says}` : `${name}: ring ${phone}. ${says}`,
  )
}
