import type { House } from '#local/house.ts'
import { storyTime } from '#store/furnish.ts'

import type { LocalConfig } from '../config/config.ts'
import { localHouse } from './local-house.ts'
import { copiesOf, openLocalStore } from './open-local-store.ts'
import type { Surroundings, Tools } from './surroundings.ts'

/** One machine. `local/` is loaded here and nowhere else: an image without the folder runs every other mode. */
export async function localSurroundings(config: LocalConfig, { realNow, say }: Tools): Promise<Surroundings> {
  const running = await openLocalStore(config, realNow)
  const story = { at: await storyTime(running), real: realNow() }
  const clockMoved = async (): Promise<void> => {
    story.at = await storyTime(running)
    story.real = realNow()
  }
  const { LOCAL_BOT, openLocalMode } = await import('#local/local-mode.ts')
  const local = await openLocalMode({
    dataDir: config.dataDir,
    origin: `http://localhost:${config.port}`,
    connectorUrl: config.botAnonymous ? undefined : config.connectorUrl,
    botAnonymous: config.botAnonymous,
    realNow,
    story: config.story ?? 'neglect',
    storyNow: () => new Date(Date.parse(story.at) + realNow() - story.real).toISOString(),
  })
  let house: House | undefined
  return {
    running,
    copies: await copiesOf(config, running),
    host: '127.0.0.1',
    signIn: local.signIn,
    signInAs: { kind: 'local' },
    mail: local.mail,
    meetings: local.meetings,
    documents: local.documents,
    bot: {
      appId: LOCAL_BOT.appId,
      tenantId: LOCAL_BOT.tenantId,
      appType: 'SingleTenant',
      outgoing: config.botAnonymous ? { kind: 'none' } : { kind: 'fixed', token: local.bot.outgoingToken },
      // The Agents Playground has a connector of its own, beside ours.
      allowedServiceUrls:
        config.botAnonymous && config.connectorUrl !== undefined
          ? [local.bot.serviceUrl, config.connectorUrl]
          : [local.bot.serviceUrl],
      openIdMetadataUrl: local.bot.openIdMetadataUrl,
      anonymous: config.botAnonymous,
    },
    // The chats of this process have no limits.
    hasLimits: config.connectorUrl !== undefined,
    auditKey: config.auditKey ?? local.auditKey,
    local: {
      routes(work) {
        house = localHouse(running, work, clockMoved)
        return local.routes(house)
      },
      begin: async () => {
        if (house && config.story !== null) await local.begin(house, say)
      },
      close: () => local.close(),
    },
  }
}
