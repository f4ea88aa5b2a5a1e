import { randomUUID } from 'node:crypto'

import type { PersonId } from '#core/ids.ts'
import type { House } from '#local/house.ts'
import { finderOf, wasAnswered } from '#store/finder.ts'
import {
  finishFurnishing,
  furnish,
  isFurnished,
  moveStory,
  nextPrompt,
  openDutyByNumber,
  storyTime,
} from '#store/furnish.ts'
import { run } from '#store/run.ts'
import type { Request } from '#store/run.ts'
import type { Running } from '#store/running.ts'

import type { Work } from '../work/work.ts'

/** The house as local mode moves it: the same use cases, with a clock that can be set. */
export function localHouse(running: Running, work: Work, clockMoved: () => Promise<void>): House {
  return {
    now: () => storyTime(running),
    async setClock(to) {
      await moveStory(running, to)
      await clockMoved()
    },
    run: (person, useCase, input, key) => run(running, asked(person, key), useCase, input),
    wasDone: (key) => wasAnswered(running, key),
    find: finderOf(running),
    settle: () => work.settle(),
    furnish: (furniture) => furnish(running, furniture),
    finishFurnishing: () => finishFurnishing(running),
    isFurnished: () => isFurnished(running),
    openDuty: (number) => openDutyByNumber(running, number),
    nextPromptAt: () => nextPrompt(running),
    personas: () =>
      running.database.transact({ as: 'worker' }, (trx) =>
        trx.selectFrom('person').select(['id', 'name', 'road', 'mail', 'tenant_id', 'aad_id']).execute(),
      ),
  }
}

/** Without a key nothing of the answer is kept: the story as it is loaded repeats no request. */
function asked(person: PersonId, key: string | undefined): Request {
  return { person, channel: 'tab', id: randomUUID(), key: key ?? null }
}
