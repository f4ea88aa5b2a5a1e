import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'

import type { Act, Story } from '../story.ts'
import { stillFits } from './acts/answers.ts'
import { playStep } from './acts/play-step.ts'
import { furniture } from './furniture.ts'
import { personas, startHere } from './personas.ts'
import type { Does, Step } from './step.ts'
import { after } from './timeline/after.ts'
import { before } from './timeline/all.ts'

/** After these somebody else is told at once; what comes of all others can wait for the next of them or a morning. */
const HEARD: ReadonlySet<Does['kind']> = new Set([
  'raise-escalation',
  'answer-escalation',
  'send-long-list',
  'select-cases',
  'send-back',
  'remind',
  'close-panel-day',
  'answer-action',
  'answer-form',
  'write-form',
])

/** The whole neglect round of Exampleshire (domain/example-data.md 8.1), from setting up to panel day and after. */
export const neglect: Story = {
  personas,
  startHere,
  furniture,
  before: before.map(actOf),
  after: after.map(actOf),
  stands: 'The example stands at Monday 18 June 2018, 10:00.',
}

function actOf(step: Step): Act {
  const [on = '', time = ''] = step.at.split(' ')
  return {
    at: momentAt(day(on), time),
    person: step.by as PersonId,
    sentence: step.says ?? step.does.kind,
    isHeard: HEARD.has(step.does.kind),
    fits: (stage) => stillFits(stage, step.does),
    play: (stage) => playStep(stage, step),
  }
}
