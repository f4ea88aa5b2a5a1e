import type { AgencyId, PersonId, PostId } from '../../ids.ts'
import type { LabelPackId } from '../../method/labels/label-pack.ts'
import type { Office } from '../post.ts'

/** The partnership as it stands: its name, whom to ring, and how far its first run has come. */
export type Partnership = {
  /** Empty until somebody gave it. */
  readonly name: string
  readonly contactName: string
  readonly contactPhone: string
  /** Whose words are used for roles and bodies; null while each method brings its own. */
  readonly labels: LabelPackId | null
  /** The business manager looked at the bank holidays. */
  readonly calendarChecked: boolean
  /** Said once, and never taken back: from then on the offices change hands under People, as every post does. */
  readonly ready: boolean
  readonly version: number
}

/** An office of the partnership, and who holds it today. */
export type OfficeSeat = {
  readonly post: PostId
  readonly kind: Office
  readonly holder: PersonId | null
}

/** What the first run is done with. Every call sees one transaction, as the person who acts. */
export interface PartnershipReads {
  /** Undefined where nobody was named to set one up. */
  partnership(): Promise<Partnership | undefined>
  offices(): Promise<readonly OfficeSeat[]>
  /** The post of whoever answers for an agency on the board. */
  representativeOf(agency: AgencyId): Promise<PostId | undefined>
  /** Whether anything names the agency: then it stays. */
  isInUse(agency: AgencyId): Promise<boolean>
}

export const STEPS = ['partnership', 'agencies', 'people', 'calendar'] as const
export type Step = (typeof STEPS)[number]

/** Without these three no round can be set up. */
const NEEDED: readonly Office[] = ['business-manager', 'qa-manager', 'panel-chair']

/** Which steps of the first run are done. */
export function stepsDone(
  { name, contactName, contactPhone, calendarChecked }: Partnership,
  { agencies, offices }: { readonly agencies: number; readonly offices: readonly OfficeSeat[] },
): Readonly<Record<Step, boolean>> {
  const isHeld = (kind: Office): boolean => offices.some((each) => each.kind === kind && each.holder !== null)
  return {
    partnership: name !== '' && contactName !== '' && contactPhone !== '',
    agencies: agencies > 0,
    people: NEEDED.every(isHeld),
    calendar: calendarChecked,
  }
}
