import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { botEvents } from '#bot/bot-events.ts'
import { reachByInstalling } from '#bot/reach.ts'
import { teamsRoad } from '#bot/teams-road.ts'
import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'
import { openPace, TEAMS_CEILINGS, turnToAnswer } from '#bot/transport/pace.ts'
import type { Pace } from '#bot/transport/pace.ts'
import { processesOf } from '#store/processes.ts'

import type { Config } from './config/config.ts'
import { readConfig } from './config/read-config.ts'
import { liveUpdates } from './http/live.ts'
import { serveHttp } from './http/serve-http.ts'
import { openTickets } from './http/tickets.ts'
import { faultLine, jsonLog } from './log.ts'
import type { Log } from './log.ts'
import { checkConfig, checkWanted } from './opening/check-config.ts'
import { localSurroundings } from './opening/local-surroundings.ts'
import { microsoft365 } from './opening/microsoft-365.ts'
import { CannotStart } from './opening/open-store.ts'
import { stopOnSignal } from './opening/stop-on-signal.ts'
import type { Surroundings } from './opening/surroundings.ts'
import { countingLog, countingPace, countingTransport } from './telemetry/counting.ts'
import { everyMinute } from './telemetry/every-minute.ts'
import { exportMetrics } from './telemetry/export.ts'
import { openMeters } from './telemetry/meters.ts'
import type { Meters } from './telemetry/meters.ts'
import { hush } from './work/deliver.ts'
import { deskOf } from './work/desk.ts'
import { invitationPost } from './work/mail-invitation.ts'
import { rememberWhatWent } from './work/went-lately.ts'
import { workOf } from './work/work.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)
const plainLog = jsonLog((line) => void process.stderr.write(line))
const realNow = Date.now
const HELD = 'This is a restored or held copy of the data: nothing is sent from it until'
/** In production the platform is given as long to send people elsewhere, before the doors close. */
const SEEN_MS = 6000

/** The composition root: everything is made here, once, and handed to what needs it. */
async function main(config: Config): Promise<void> {
  const exporting = await exportMetrics(process.env)
  const meters = openMeters()
  const log = countingLog(plainLog, meters)
  say('Opening the database ...')
  let pace: Pace | undefined
  const processes = (): number => pace?.processes() ?? 1
  const tools = { realNow, log, measure: meters.outside, processes, say }
  const around =
    config.mode === 'local' ? await localSurroundings(config, tools) : await microsoft365(config, tools)
  const { running, copies, meetings, documents, directory, signIn, signInAs, identify } = around
  await followCalendar(around, log)

  const desk = deskOf(running, config.publicUrl, meetings)
  pace = await paceOf(around, meters)
  const transport = countingTransport(transportOf(around, desk, pace, log), meters)
  const roads = { teams: teamsRoad(transport, desk, ...reachOf(around, desk)), mail: around.mail }
  let isHeld = !(await copies.maySend())
  if (isHeld)
    say(`${HELD} ${config.mode === 'local' ? 'it is started' : 'the migration is run'} with SENDING=release.`)
  const delivery = {
    running,
    roads,
    home: config.publicUrl,
    quietMs: config.quietMs,
    chance: Math.random,
    counted: meters,
    maySend: async () => {
      isHeld = !(await copies.maySend())
      return !isHeld
    },
    failed: (number: number, error: unknown) => log('message-failed', { number, ...faultLine(error) }),
    ...(pace && { pace, processes: () => processesOf(running.database) }),
  }
  const work = workOf(delivery, around.auditKey, log, meetings)
  const live = await liveUpdates(running.database, signIn)
  let isReady = false
  // On one machine nobody watches: a line a minute would only be in the way.
  const minutes =
    config.mode === 'local'
      ? undefined
      : everyMinute({ running, meters, log, isReady: () => isReady, isHeld: () => isHeld })

  const http = await serveHttp({
    port: config.port,
    host: around.host,
    dist: join(import.meta.dirname, '../dist'),
    running,
    outside: {
      meetings,
      documents,
      directory,
      tickets: openTickets(running.database, realNow),
      invitations: invitationPost(around.mail, config.publicUrl, () => copies.maySend(), log),
    },
    signIn,
    signInAs,
    identify,
    transport,
    live,
    log,
    localRoutes: around.local?.routes(work),
    changed: work.soon,
    isHeld: () => isHeld,
  })
  stopOnSignal(log, async () => {
    isReady = false
    await http.leave(config.mode === 'production' ? SEEN_MS : 0)
    // Open screens hold their connections: they are told first, or the doors would never close.
    await Promise.all([live.close(), http.close()])
    await work.stop()
    around.local?.close()
    await minutes?.stop()
    await exporting.stop()
    await running.database.close()
  })
  await around.local?.begin()
  work.start(config.sweepMs)
  work.soon()
  http.ready()
  isReady = true
  say(`Ready: ${config.publicUrl}`)
}

/** Another process of the cell may have changed the bank holidays. */
async function followCalendar({ running }: Surroundings, log: Log): Promise<void> {
  const readAgain = (): void => {
    running.readCalendar().catch((error: unknown) => log('calendar-stays', faultLine(error)))
  }
  await running.database.listen('calendar', readAgain, readAgain)
}

/** Keeps the limits of Teams; a clock that is set must not stop the counting. */
async function paceOf({ running, hasLimits }: Surroundings, meters: Meters): Promise<Pace | undefined> {
  if (!hasLimits) return undefined
  const pace = countingPace(
    openPace(TEAMS_CEILINGS, () => performance.now()),
    meters,
  )
  // Before any door is open: it is told the oldest first.
  await rememberWhatWent(running, pace)
  return pace
}

function transportOf(
  { running, bot }: Surroundings,
  desk: ReturnType<typeof deskOf>,
  pace: Pace | undefined,
  log: Log,
) {
  return createBotbuilderTransport(
    {
      ...bot,
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
}

/** Where the app may be put before people, the bot reaches also those who have not got it yet. */
function reachOf(
  { installer, firstContact: serviceUrl, bot }: Surroundings,
  desk: ReturnType<typeof deskOf>,
) {
  if (!installer || serviceUrl === undefined) return []
  return [reachByInstalling(desk, { installer, botId: `28:${bot.appId}`, serviceUrl, realNow })] as const
}

const wanted = checkWanted(process.argv)
const read = readConfig(process.env)
if (wanted !== undefined) {
  const { tryOut } = await import('./opening/try-out.ts')
  process.exitCode = await checkConfig(process.env, wanted, say, tryOut)
} else if (read.ok) {
  main(read.config).catch((error: unknown) => {
    say(
      error instanceof CannotStart
        ? error.message
        : 'The product could not start; the log says where it stopped.',
    )
    if (!(error instanceof CannotStart)) plainLog('start-failed', faultLine(error))
    process.exit(1)
  })
} else {
  for (const sentence of read.problems) say(sentence)
  process.exitCode = 1
}
