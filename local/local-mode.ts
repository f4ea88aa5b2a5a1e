import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { Hono } from 'hono'

import { parseMoment } from '#core/calendar/moment.ts'
import type { InvitationRoad } from '#core/people/invitation-mail.ts'
import type { SignIn } from '#core/people/sign-in.ts'
import type { LetterRoad } from '#core/prompts/letter.ts'
import { ok, refused } from '#core/result.ts'

import { openChannelIssuer } from './connector/channel-issuer.ts'
import { openChats } from './connector/chats.ts'
import { connectorRoutes } from './connector/connector-routes.ts'
import { localPageRoutes } from './connector/page-routes.ts'
import type { LocalPerson } from './connector/person.ts'
import { openDocumentsFolder } from './documents/folder.ts'
import type { House, PersonRow } from './house.ts'
import { mailRoad } from './mail-road.ts'
import { createMailbox } from './mailbox/mailbox.ts'
import { openMeetingsFolder } from './meetings/ics-folder.ts'
import { localSignIn, ownKey } from './sign-in.ts'
import { loadExample } from './story/play.ts'
import { storyRoutes } from './story/routes.ts'
import { stories } from './story/stories.ts'
import type { Example } from './story/stories.ts'
import { TENANT } from './story/tenant.ts'

/** The bot's identity on this machine. */
export const LOCAL_BOT = {
  appId: '0c5e0000-0000-4000-8000-0000000000b0',
  tenantId: TENANT,
  name: 'Case Evaluations',
}

type Options = {
  readonly dataDir: string
  /** Where this process answers: `http://localhost:3978`. */
  readonly origin: string
  /** A Bot Connector stand-in elsewhere; without one, this process is its own. */
  readonly connectorUrl: string | undefined
  /** The bot asks for no sign-in and has none itself: for the Agents Playground. */
  readonly botAnonymous: boolean
  readonly realNow: () => number
  readonly storyNow: () => string
  /** The example; its people can be signed in as, whether it is loaded or not. */
  readonly story: Example
}

/** Everything that only this machine has. Nothing of it exists in production. */
export async function openLocalMode(options: Options) {
  const { dataDir, origin, realNow } = options
  const story = stories[options.story]
  const serviceUrl = `${options.connectorUrl ?? `${origin}/local/connector`}/`
  const botToken = randomBytes(24).toString('base64url')
  const signIn = localSignIn(join(dataDir, 'sign-in.key'), realNow)
  const issuer = await openChannelIssuer({ keyFile: join(dataDir, 'channel.key') })
  const mailbox = createMailbox({ file: join(dataDir, 'mailbox.jsonl'), storyNow: options.storyNow })
  const chats = openChats({
    file: join(dataDir, 'chats.jsonl'),
    bot: LOCAL_BOT,
    botEndpoint: () => `${origin}/api/messages`,
    serviceUrl: () => serviceUrl,
    channelToken: issuer.token,
    storyNow: options.storyNow,
    realNow,
  })
  const documents = await openDocumentsFolder({
    dir: join(dataDir, 'documents'),
    storyNow: () => parseMoment(options.storyNow()) ?? broken(),
  })
  const meetings = openMeetingsFolder({
    dir: join(dataDir, 'meetings'),
    mailbox,
    home: origin,
    storyNow: options.storyNow,
  })
  return {
    signIn: (async (authorization) => {
      const person = signIn.personOf(authorization)
      return person ? ok(person) : refused('not-signed-in')
    }) satisfies SignIn,
    mail: mailRoad(mailbox) satisfies LetterRoad & InvitationRoad,
    meetings,
    documents,
    /** Seals the audit trail of this directory when no other key is set. */
    auditKey: ownKey(join(dataDir, 'audit.key')),
    bot: {
      ...LOCAL_BOT,
      outgoingToken: botToken,
      serviceUrl,
      openIdMetadataUrl: `${origin}/local/channel/openid`,
    },
    /** Mount at `/local`. */
    routes: (house: House) => {
      const people = async (): Promise<readonly LocalPerson[]> => (await house.personas()).map(toLocalPerson)
      const personOf = async (authorization: string | undefined): Promise<LocalPerson | undefined> => {
        const id = signIn.personOf(authorization)
        return (await people()).find((person) => person.id === id)
      }
      return new Hono()
        .route('/channel', issuer.routes)
        .route(
          '/connector',
          connectorRoutes({
            chats,
            findPerson: async (aadId) => (await people()).find((person) => person.aadId === aadId),
            checkToken: (token) => options.botAnonymous || token === botToken,
          }),
        )
        .route('/', localPageRoutes({ chats, mailbox, personOf }))
        .route(
          '/',
          storyRoutes({
            story,
            stage: { house, meetings },
            tokenFor: signIn.tokenFor,
            personOf: signIn.personOf,
            startAgain: () => loadStory(house),
          }),
        )
    },
    /** Loads the example when there is none yet; a loading that was cut short begins again. */
    async begin(house: House, said: (words: string) => void): Promise<void> {
      if (await house.isFurnished()) await install(house)
      else await loadStory(house, said)
    },
    close() {
      chats.close()
      mailbox.close()
    },
  }

  async function loadStory(house: House, said: (words: string) => void = () => {}): Promise<void> {
    chats.empty()
    mailbox.empty()
    await loadExample(story, { house, meetings }, () => install(house), said)
  }

  /** Teams installs the app for everybody whom the bot reaches. */
  async function install(house: House): Promise<void> {
    for (const person of await house.personas()) {
      if (person.road !== 'mail') await chats.install(toLocalPerson(person))
    }
  }
}

function toLocalPerson({ id, name, aad_id: aadId, tenant_id: tenantId, road }: PersonRow): LocalPerson {
  return { id, name, aadId, tenantId, ...(road === 'mail' && { noBot: true }) }
}

function broken(): never {
  throw new Error('the story clock tells no moment')
}
