/**
 * `npm run playground`: our bot in Microsoft's Agents Playground, on this machine, without sign-in. Ctrl-C ends
 * both. PORT and PLAYGROUND_PORT choose other ports; PERSON chooses who acts there (wes, eve, ada, ...),
 * STORY=thread the small example.
 */
import { join } from 'node:path'

import { TENANT } from '#local/story/tenant.ts'

import { playgroundConnector, startPlayground } from './agents-playground.ts'
import { askedToEnd, startChild, waitForAnswer } from './child-process.ts'
import { examplePeople } from './playground-people.ts'

const root = join(import.meta.dirname, '..')
const port = process.env['PORT'] ?? '3978'
const playgroundPort = Number(process.env['PLAYGROUND_PORT'] ?? '56150')
const person = process.env['PERSON'] ?? 'wes'
const story = process.env['STORY'] === 'thread' ? 'thread' : 'neglect'
const dir = join(root, '.data/playground')

const server = startChild(process.execPath, [join(root, 'server/main.ts')], {
  cwd: root,
  env: {
    BOT_ANONYMOUS: 'yes',
    CONNECTOR_URL: playgroundConnector(playgroundPort),
    DATA_DIR: join(dir, 'data'),
    PORT: port,
    STORY: story,
  },
})
const outcome = await Promise.race([play(), askedToEnd().then(() => 0)])
await server.stop(30_000)
process.exit(outcome)

/** Runs until the server ends by itself, which is a failure. The Playground ends with this process. */
async function play(): Promise<number> {
  const people = examplePeople(person, story)
  if (!people) {
    console.error(`PERSON is "${person}"; it is one of the example's people, such as wes or eve.`)
    return 1
  }
  if ((await waitForAnswer(`http://127.0.0.1:${port}/readyz`, server, 60_000)) !== 'ready') {
    console.error('The server did not start.')
    return 1
  }
  try {
    const botEndpoint = `http://127.0.0.1:${port}/api/messages`
    const playground = await startPlayground({
      botEndpoint,
      port: playgroundPort,
      dir,
      tenantId: TENANT,
      people,
    })
    console.log(`\nThe Playground is at ${playground.address}. Choose "Personal Chat" there. Ctrl-C ends it.`)
    console.log(`You are ${people[0].givenName} ${people[0].surname}. Say "help" to see what is waiting.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
  await server.ended
  return 1
}
