import type { MessageId, PersonId } from '#core/ids.ts'
import { changePrompts } from '#core/prompts/change-prompts.ts'
import { changeSettings } from '#core/prompts/change-settings.ts'
import { awaySchema, promptPolicySchema, settingsSchema } from '#core/prompts/commands.ts'
import { sendAgain } from '#core/prompts/send-again.ts'
import {
  forecastView,
  promptsSaved,
  promptsView,
  sentAgain,
  settingsSaved,
  settingsView,
  undeliveredList,
} from '#core/prompts/views.ts'
import { ok, refused } from '#core/result.ts'
import { storyNow } from '#store/clock.ts'
import { viewForecast, viewPrompts } from '#store/prompt-policy-view.ts'
import { run } from '#store/run.ts'
import { viewSettings } from '#store/settings.ts'
import { viewUndelivered } from '#store/undelivered.ts'

import { endpoint, saved } from '../endpoint.ts'
import type { Call } from '../endpoint.ts'

const policyEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/prompt-policy',
    summary: 'When reminders go out, and what would be sent in the next five working days',
    input: null,
    output: promptsView,
    touches: 'calendar',
    may: 'editPrompts',
    run: async (call) => {
      const body = await looked(call, viewPrompts)
      return body ? ok({ body, version: body.version }) : refused('not-yours-to-edit-prompts')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/prompt-policy',
    summary: 'Changes when reminders go out; what is planned is planned afresh',
    input: promptPolicySchema,
    output: promptsSaved,
    touches: 'calendar',
    may: 'editPrompts',
    versioned: true,
    places: true,
    run: async ({ running, request, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      return saved(await run(running, request, changePrompts, { said: input, ...version }))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/prompt-policy/forecast',
    summary: 'What would be sent in the next five working days by other rules; nothing is kept',
    input: promptPolicySchema,
    output: forecastView,
    touches: 'calendar',
    may: 'editPrompts',
    places: true,
    run: async (call) => {
      const body = await looked(call, (seen) => viewForecast(seen, call.input))
      return body ? ok({ body }) : refused('not-yours-to-edit-prompts')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/undelivered',
    summary: 'Reminders that could not be delivered, with why: of what is still owed',
    input: null,
    output: undeliveredList,
    touches: 'duty',
    may: 'remind',
    run: async ({ look }) => {
      const body = await look(viewUndelivered)
      return body ? ok({ body }) : refused('not-yours-to-chase')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/undelivered/:id/again',
    summary: 'Tries a message again that was refused or given up',
    input: null,
    output: sentAgain,
    touches: 'duty',
    may: 'remind',
    run: async ({ running, request, params }) => {
      const result = await run(running, request, sendAgain, { message: params['id'] as MessageId })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
]

type Looks<T> = (seen: Parameters<typeof viewPrompts>[0]) => Promise<T>

function looked<T>({ running, look }: Call<unknown>, view: Looks<T>): Promise<T> {
  const { calendar, realNow } = running
  return look(async (seen) => view({ ...seen, calendar, now: await storyNow(seen.trx, realNow) }))
}

const settingsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/settings',
    summary: 'What the person hears and by which road, and when they are away',
    input: null,
    output: settingsView,
    touches: 'person',
    may: 'signed-in',
    run: async ({ look }) => {
      const body = await look((seen) => viewSettings(seen, seen.actor.person))
      return body ? ok({ body, version: body.version }) : refused('no-such-settings')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/settings',
    summary: 'Says when the person is away, and what they need not hear',
    input: settingsSchema,
    output: settingsSaved,
    touches: 'person',
    may: 'signed-in',
    versioned: true,
    run: async ({ running, request, input, ifMatch }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      return saved(
        await run(running, request, changeSettings, { person: request.person, said: input, ...version }),
      )
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/people/:id/away',
    summary: 'When somebody is away',
    input: null,
    output: settingsView,
    touches: 'person',
    may: 'setAway',
    run: async ({ look, params }) => {
      const body = await look((seen) => viewSettings(seen, params['id'] as PersonId))
      return body ? ok({ body, version: body.version }) : refused('no-such-settings')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/people/:id/away',
    summary: 'Says for somebody when they are away: their posts are stood in for, or their reminders wait',
    input: awaySchema,
    output: settingsSaved,
    touches: 'person',
    may: 'setAway',
    versioned: true,
    run: async ({ running, request, input, ifMatch, params }) => {
      const version = ifMatch === undefined ? {} : { version: ifMatch }
      const person = params['id'] as PersonId
      return saved(await run(running, request, changeSettings, { person, said: input, ...version }))
    },
  }),
]

/** When reminders go out, and what each person hears. */
export const promptEndpoints = [...policyEndpoints, ...settingsEndpoints]
