import { randomUUID } from 'node:crypto'

import { answerOf, deliverToBot } from './bot-endpoint.ts'
import type { Answer } from './chat-entry.ts'
import { openChatRecord } from './chat-record.ts'
import { refreshOf } from './chat-state.ts'
import { channelIdOf } from './person.ts'
import type { LocalPerson } from './person.ts'
import { executeActivity, installActivities, messageActivity, submitActivity } from './teams-activity.ts'
import type { Between, LocalBot, Press, TeamsActivity } from './teams-activity.ts'

/** Whether the bot's endpoint took what a person did. */
export type Taken = { readonly ok: true } | { readonly ok: false; readonly why: 'not-installed' | 'bot-away' }

export type ChatsOptions = {
  /** The journal; it survives a kill, and others may read it as the history of what was accepted. */
  readonly file: string
  readonly bot: LocalBot
  /** Where the bot takes activities: `http://localhost:PORT/api/messages`. */
  readonly botEndpoint: () => string
  /** Where the stand-in is: `http://localhost:PORT/local/connector/`. */
  readonly serviceUrl: () => string
  /** A token of the local channel issuer for the bot. */
  readonly channelToken: (claims: { audience: string; serviceUrl: string }) => Promise<string>
  /** The story clock, ISO 8601. */
  readonly storyNow: () => string
  /** The real clock, milliseconds. */
  readonly realNow?: () => number
  /** How long Teams waits for the bot, milliseconds. */
  readonly deadlineMs?: number
}

/** Everybody's personal chat with the bot, and what Teams does there on a person's behalf. */
export type Chats = ReturnType<typeof openChats>

/** Opens the chats that the journal holds. Throws when the journal can't be read or written. */
export function openChats(options: ChatsOptions) {
  const { bot, serviceUrl } = options
  const realNow = options.realNow ?? Date.now
  const chats = openChatRecord(options.file, { storyNow: options.storyNow, realNow })

  return {
    bot,
    serviceUrl,
    chat: chats.chat,
    aadIdOf: chats.aadIdOf,
    open: chats.open,
    send: chats.send,
    update: chats.update,
    remove: chats.remove,
    empty: chats.empty,
    close: chats.close,

    /** Tells the bot that its app was installed for the person. */
    async install(person: LocalPerson): Promise<Taken> {
      if (person.noBot === true) return { ok: false, why: 'not-installed' }
      chats.open(person)
      const activities = installActivities(between(person), [`f:${randomUUID()}`, `f:${randomUUID()}`])
      for (const activity of activities) {
        const delivery = await deliver(activity)
        if (delivery.kind === 'failed') return { ok: false, why: 'bot-away' }
      }
      return { ok: true }
    },

    /** The person types into the chat. The words stand there even if the bot is away, as in Teams. */
    async say(person: LocalPerson, text: string): Promise<Taken> {
      if (person.noBot === true) return { ok: false, why: 'not-installed' }
      const activityId = chats.said(chats.open(person), text)
      const delivery = await deliver(messageActivity(between(person), text, activityId))
      return delivery.kind === 'taken' ? { ok: true } : { ok: false, why: 'bot-away' }
    },

    /** The person presses a button. Any data goes, whatever the card holds now: old copies can be pressed. */
    press: (person: LocalPerson, press: Press): Promise<Answer> =>
      press.action.type === 'Action.Submit' ? submit(person, press) : execute(person, press, 'manual'),

    /**
     * What Teams does by itself when a card comes into view: asks the bot for a newer one, if the card is to be
     * refreshed for this person. Undefined: nothing was asked.
     */
    async refresh(person: LocalPerson, activityId: string): Promise<Answer | undefined> {
      const message = chats.open(person).messages.get(activityId)
      const action = message && refreshOf(message, channelIdOf(person))
      return action && execute(person, { activityId, action }, 'automatic')
    },
  }

  async function execute(person: LocalPerson, press: Press, trigger: 'manual' | 'automatic') {
    const id = `f:${randomUUID()}`
    const version = () => chats.open(person).messages.get(press.activityId)?.version
    const asked = version()
    const done = recordPress(person, press, id, trigger)
    const answer = answerOf(await deliver(executeActivity(between(person), press, { id, trigger })))
    // What the person did meanwhile stands: a refresh never takes away the form that they opened.
    const overtaken = trigger === 'automatic' && version() !== asked
    return done(overtaken ? { kind: 'nothing' } : answer)
  }

  async function submit(person: LocalPerson, press: Press) {
    const id = chats.nextActivity()
    const done = recordPress(person, press, id, 'manual')
    const delivery = await deliver(submitActivity(between(person), press, id))
    return done(delivery.kind === 'taken' ? { kind: 'nothing' } : answerOf(delivery))
  }

  function recordPress(person: LocalPerson, press: Press, id: string, trigger: 'manual' | 'automatic') {
    const chat = chats.open(person)
    const { activityId, action } = press
    chats.pressed(chat, { activityId, press: id, verb: action.verb, trigger })
    return (answer: Answer): Answer => {
      chats.answered(chat, { activityId, press: id }, answer)
      return answer
    }
  }

  function between(person: LocalPerson): Between {
    return { person, bot, serviceUrl: serviceUrl(), at: new Date(realNow()).toISOString() }
  }

  async function deliver(activity: TeamsActivity) {
    const token = () => options.channelToken({ audience: bot.appId, serviceUrl: serviceUrl() })
    return deliverToBot(
      { url: options.botEndpoint(), token, deadlineMs: options.deadlineMs ?? 15_000 },
      activity,
    )
  }
}
