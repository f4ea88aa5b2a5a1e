/** What practitioners disagree about: the seven areas of a published policy. */
export const AREAS = {
  risk: 'Level of risk',
  threshold: 'Need and threshold',
  roles: 'Roles and responsibilities',
  communication: 'Communication and information sharing',
  provision: 'Provision of services',
  action: 'Action, or lack of action',
  stepping: 'Step up, step down or closure',
} as const
export type Area = keyof typeof AREAS
export const AREA_NAMES = Object.keys(AREAS) as readonly Area[]
