import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { botEvents } from '#bot/bot-events.ts'
import { teamsRoad } from '#bot/teams-road.ts'
import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'
import { openPace, TEAMS_CEILINGS, turnToAnswer } from '#bot/transport/pace.ts'
import { storyTime } from '#store/furnish.ts'
import { processesOf } from '#store/processes.ts'

import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { hush } from './deliver.ts'
import { deskOf } from './desk.ts'
import { liveUpdates } from './live.ts'
import { localHouse } from './local-house.ts'
import { faultLine, jsonLog } from './log.ts'
import { CannotStart, copiesOf, openStore } from './open-store.ts'
import { serveHttp } from './serve-http.ts'
import { openTickets } from './tickets.ts'
import { rememberWhatWent } from './went-lately.ts'
import { workOf } from './work.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)
const log = jsonLog((line) => void process.stderr.write(line))
const DRAIN_MS = 25_000
const HELD =
  'This is a restored or held copy of the data: nothing is sent from it until it is started with SENDING=release.'

/** The composition root: everything is made here, once, and handed to what needs it. */
async function main(config: Config): Promise<void> {
  const realNow = Date.now
  say('Opening the database ...')
  const running = await openStore(config, realNow)
  // Another process of the cell may have changed the bank holidays.
  const readAgain = (): void => {
    running.readCalendar().catch((error: unknown) => log('calendar-stays', faultLine(error)))
  }
  await running.database.listen('calendar', readAgain, readAgain)
  const origin = `http://localhost:${config.port}`
  const story = { at: await storyTime(running), real: realNow() }
  const { LOCAL_BOT, openLocalMode } = await import('#local/local-mode.ts')
  const local = await openLocalMode({
    dataDir: config.dataDir,
    origin,
    connectorUrl: config.botAnonymous ? undefined : config.connectorUrl,
    botAnonymous: config.botAnonymous,
    realNow,
    story: config.story ?? 'neglect',
    storyNow: () => new Date(Date.parse(story.at) + realNow() - story.real).toISOString(),
  })

  const desk = deskOf(running, config.publicUrl, local.meetings)
  // The chats of this process have no limits; a clock that is set must not stop the counting.
  const pace =
    config.connectorUrl === undefined ? undefined : openPace(TEAMS_CEILINGS, () => performance.now())
  // Before any door is open: it is told the oldest first.
  if (pace) await rememberWhatWent(running, pace)
  const transport = createBotbuilderTransport(
    {
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
      ...(pace && {
        turnToAnswer: (call) => turnToAnswer(pace, call, pause),
        throttled: (tenant, forMs) => {
          hush({ running, pace }, tenant, forMs).catch((error: unknown) => log('not-kept', faultLine(error)))
        },
      }),
      report: (incident) =>
        log(`bot-${incident.what}`, 'why' in incident ? { why: incident.why } : faultLine(incident.error)),
    },
    botEvents(desk),
  )
  const roads = { teams: teamsRoad(transport, desk), mail: local.mail }
  const copies = await copiesOf(config, running)
  let isHeld = !(await copies.maySend())
  if (isHeld) say(HELD)
  const delivery = {
    running,
    roads,
    home: config.publicUrl,
    quietMs: config.quietMs,
    chance: Math.random,
    maySend: async () => {
      isHeld = !(await copies.maySend())
      return !isHeld
    },
    failed: (number: number, error: unknown) => log('message-failed', { number, ...faultLine(error) }),
    ...(pace && { pace, processes: () => processesOf(running.database) }),
  }
  const work = workOf(delivery, config.auditKey ?? local.auditKey, log, local.meetings)
  const house = localHouse(running, work, async () => {
    story.at = await storyTime(running)
    story.real = realNow()
  })
  const live = await liveUpdates(
    running.database,
    async (authorization) => (await local.signIn(authorization)) !== undefined,
  )

  const http = await serveHttp({
    port: config.port,
    dist: join(import.meta.dirname, '../dist'),
    running,
    outside: { meetings: local.meetings, documents: local.documents, tickets: openTickets(realNow) },
    signIn: local.signIn,
    transport,
    live,
    log,
    localRoutes: local.routes(house),
    changed: work.soon,
    isHeld: () => isHeld,
  })
  stopOnSignal(async () => {
    // Open screens hold their connections: they are told first, or the doors would never close.
    await Promise.all([live.close(), http.close()])
    await work.stop()
    local.close()
    await running.database.close()
  })
  if (config.story !== null) await local.begin(house, say)
  work.start(config.sweepMs)
  work.soon()
  http.ready()
  say(`Ready: ${config.publicUrl}`)
}

/** Answers what has begun, sends what was claimed, then ends; never later than 30 seconds. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log('stop-failed', faultLine(error))
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

const read = readConfig(process.env)
if (read.ok) {
  main(read.config).catch((error: unknown) => {
    say(
      error instanceof CannotStart
        ? error.message
        : 'The product could not start; the log says where it stopped.',
    )
    if (!(error instanceof CannotStart)) log('start-failed', faultLine(error))
    process.exit(1)
  })
} else {
  for (const sentence of read.problems) say(sentence)
  process.exitCode = 1
}
