import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { startChild, waitForAnswer } from './child-process.ts'

export type PlaygroundPerson = {
  readonly aadId: string
  readonly givenName: string
  readonly surname: string
}
export type RunningPlayground = { readonly address: string; stop(): Promise<void> }

/** Where the Playground on that port takes what the bot sends: the bot's `CONNECTOR_URL`. */
export const playgroundConnector = (port: number): string => `http://localhost:${port}/_connector`

/**
 * Starts Microsoft's Agents Playground against a bot that asks for no sign-in, without a browser and without
 * telemetry; its settings and log lie in `dir`. The first of `people` (six or more) acts, the next five are its
 * roster. Throws the end of its log if it ends or isn't up within 30 seconds (it says that it listens before it
 * has read its settings).
 */
export async function startPlayground(options: {
  readonly botEndpoint: string
  readonly port: number
  readonly dir: string
  readonly tenantId?: string
  readonly people?: readonly [PlaygroundPerson, ...PlaygroundPerson[]]
}): Promise<RunningPlayground> {
  const { botEndpoint, port, dir } = options
  await mkdir(dir, { recursive: true })
  const settings = join(dir, 'playground.yml')
  const log = join(dir, 'playground.log')
  // JSON is YAML as well.
  await writeFile(
    settings,
    JSON.stringify(settingsFor(options.people ?? PEOPLE, options.tenantId ?? TENANT), null, 2),
  )

  const output = openSync(join(dir, 'playground.out'), 'w')
  const program = join(import.meta.dirname, '../node_modules/@microsoft/m365agentsplayground/cli.js')
  const child = startChild(
    process.execPath,
    [program, 'start', '-e', botEndpoint, '-c', 'msteams', '-p', String(port), '--dt'],
    {
      cwd: dir,
      output,
      env: {
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: settings,
        M365_AGENTS_PLAYGROUND_LOGFILE: log,
      },
    },
  )
  closeSync(output)
  const address = `http://127.0.0.1:${port}`
  const came = await waitForAnswer(`${address}/_debug/ping`, child, 30_000)
  if (came === 'ready') return { address, stop: () => child.stop() }
  await child.stop()
  const why = came === 'ended' ? 'ended before it was up' : 'was not up after 30 seconds'
  throw new Error(`The Playground ${why}:\n${await endOf(join(dir, 'playground.out'))}\n${await endOf(log)}`)
}

/** It wants exactly five people beside the one who acts, and finds a person by `id` only: so `id` is the Entra id. */
function settingsFor(
  [acting, ...others]: readonly [PlaygroundPerson, ...PlaygroundPerson[]],
  tenantId: string,
) {
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: '00000000-0000-4000-8000-000000000002', name: 'Case Evaluations' },
    currentUser: userOf(acting),
    users: others.slice(0, 5).map(userOf),
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Panel' },
    team: {
      id: 'team',
      name: 'Partnership',
      aadGroupId: '00000000-0000-4000-8000-000000000003',
      channels: [{ id: 'channel', name: 'Panel' }],
    },
  }
}

function userOf({ aadId, givenName, surname }: PlaygroundPerson) {
  const email = `${givenName}.${surname}@example.org`.toLowerCase()
  return {
    id: aadId,
    aadObjectId: aadId,
    name: `${givenName} ${surname}`,
    givenName,
    surname,
    email,
    userPrincipleName: email,
  }
}

const TENANT = '00000000-0000-4000-8000-000000000001'

const PEOPLE: readonly [PlaygroundPerson, ...PlaygroundPerson[]] = [
  invented(1, 'Sam'),
  ...['Ash', 'Bo', 'Kit', 'Lou', 'Max'].map((givenName, index) => invented(index + 2, givenName)),
]

function invented(number: number, givenName: string): PlaygroundPerson {
  return {
    aadId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    givenName,
    surname: 'Worker-Test',
  }
}

async function endOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-15).join('\n')
}
