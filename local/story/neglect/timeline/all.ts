import type { Step } from '../step.ts'
import { answers } from './answers.ts'
import { choosing } from './choosing.ts'
import { escalations } from './escalations.ts'
import { forms } from './forms.ts'
import { panelDay } from './panel-day.ts'
import { returns } from './returns.ts'

/** Everything from 9 January until the newcomer arrives on Monday 18 June 2018 at 10:00, in its order. */
export const before: readonly Step[] = [
  ...escalations,
  ...choosing,
  ...returns,
  ...panelDay,
  ...forms,
  ...answers,
].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
