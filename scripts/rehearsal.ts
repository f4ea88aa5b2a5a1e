/**
 * `npm run rehearsal`: the whole product in Microsoft 365 mode on this machine, and what people do with it, played in
 * Chromium inside Teams' frame and in the chat: real PostgreSQL, Entra, Graph and Teams stood in over HTTPS, two
 * processes behind one port. Ends with what was called, and with 1 when a step or a contract broke. `--stay` leaves it
 * all running.
 */
import { launchChromium } from '#tests/fixtures/chromium.ts'
import { startPostgres } from '#tests/fixtures/postgres/start-postgres.ts'
import { journeyOf } from '#tests/microsoft-365/whole/journey.ts'
import { aRehearsal } from '#tests/microsoft-365/whole/rehearsal.ts'
import type { Rehearsal } from '#tests/microsoft-365/whole/rehearsal.ts'

import { askedToEnd } from './child-process.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)

const postgres = await startPostgres()
process.env['TEST_DATABASE_URL'] = postgres.url
const outcome = await Promise.race([rehearse(), askedToEnd().then((signal) => 128 + signal)])
await postgres.stop()
process.exit(outcome)

async function rehearse(): Promise<number> {
  const rehearsal = await aRehearsal({ say })
  const browser = await launchChromium('--disable-features=LocalNetworkAccessChecks')
  let broken = false
  for (const { title, play } of journeyOf(rehearsal, browser)) {
    const began = performance.now()
    try {
      await play()
      say(`Played: ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    } catch (error) {
      broken = true
      say(`Broke: ${title}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  await browser.close()
  calls(rehearsal)
  if (process.argv.includes('--stay')) {
    say(`It runs at ${rehearsal.url} until you press Control and C.`)
    await askedToEnd()
  }
  const wrongs = await rehearsal.close()
  for (const wrong of wrongs) say(`Broke a contract: ${wrong}`)
  say(wrongs.length === 0 ? 'Every call kept to its contract.' : `${wrongs.length} calls broke a contract.`)
  return broken || wrongs.length > 0 ? 1 : 0
}

/** What the product called, and how often. */
function calls({ graph, teams, entra }: Rehearsal): void {
  const counted = Map.groupBy(graph.log, ({ operation }) => operation)
  say('Calls of Microsoft Graph:')
  for (const [operation, all] of [...counted].toSorted(([a], [b]) => a.localeCompare(b)))
    say(`  ${all.length} ${operation}`)
  const tokens = entra.calls.filter(({ grant }) => grant !== null).length
  say(`Tokens fetched: ${tokens}. Calls of the Bot Connector: ${teams.log.length}.`)
}
