import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import {
  ADMIN_TOKEN,
  CANARY,
  CLIENT,
  IDENTITY,
  OTHER,
  TENANT,
  aTenant,
} from '#tests/fixtures/a-set-up-tenant.ts'
import type { ATenant, Answered } from '#tests/fixtures/a-set-up-tenant.ts'
import { wrongs } from '#tests/fixtures/a-tenant-otherwise.ts'

import { consented } from './grants.ts'
import { CHECKS } from './look.ts'
import { setupTenant } from './setup-tenant.ts'

/** What every token, assertion and error of the stand-in holds; a token’s own words are in base64. */
const SECRET = new RegExp(`${CANARY}|eyJ`)

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const CHECK = ['--check', '--other-mailbox', OTHER]

describe('a tenant that is set up', () => {
  it('has nothing left to do', async () => {
    const { code, said } = await check(await tenant())
    expect(said).toContain('Nothing is left to do.')
    expect(said).toContain(`${CHECKS.length} ok, 0 to do, 0 could not be checked`)
    expect(code).toBe(0)
  })

  it('is only looked at: nothing is asked but GET, beside the token and the knock on the bot’s door', async () => {
    const there = await tenant()
    await check(there)
    const changing = there.seen.filter(({ method }) => method !== 'GET').map(({ path }) => path)
    expect(changing).toEqual([`/${TENANT}/oauth2/v2.0/token`, '/api/messages'])
  })

  it('reads of people’s things the ids alone', async () => {
    const there = await tenant()
    await check(there)
    const read = there.seen.filter(({ path }) => /\/(?:events|messages|drives)\?/.test(path))
    expect(read).toHaveLength(5)
    expect(read.filter(({ path }) => !path.includes('$select=id'))).toEqual([])
  })

  it('hears each token only where it belongs', async () => {
    const there = await tenant()
    await check(there)
    const admin = there.seen.filter(({ bearer }) => bearer === ADMIN_TOKEN).map(({ path }) => path)
    expect(admin).toHaveLength(7)
    expect(admin.filter((path) => !/^\/v1\.0\/(?:servicePrincipals|applications)/.test(path))).toEqual([])
    const strangers = there.seen.filter(({ path }) => !path.startsWith('/v1.0/'))
    expect(strangers.filter(({ bearer }) => bearer !== undefined)).toEqual([])
  })
})

const token = (error_description: string): Readonly<Record<string, Answered>> => ({
  [`POST /${TENANT}/oauth2/v2.0/token`]: {
    status: 400,
    body: { error: 'invalid_client', error_description: `${error_description}: ${CANARY}` },
  },
})

describe('what is otherwise is one line with its cure', () => {
  it.each(wrongs)('$what', async ({ title, state, says, next, answers, roles, env }) => {
    const { code, said } = await check(await tenant(answers, roles), env)
    const blocks = said.split('\n\n')[0] ?? ''
    const line = lineFor(blocks, title)
    expect(line).toContain(state)
    expect(line).toContain(says)
    expect(nextFor(said, title)).toContain(next)
    expect(said).toContain(`${CHECKS.length - 1} ok`)
    expect(code).toBe(state === 'to do' ? 1 : 0)
    expect(said).not.toMatch(SECRET)
  })

  it('covers every check but those of the token', () => {
    const covered = new Set(wrongs.map(({ title }) => title))
    expect(CHECKS.map(({ title }) => title).filter((title) => !covered.has(title))).toEqual([
      'The application proves itself',
    ])
  })
})

describe('the token of the application', () => {
  it.each([
    ['AADSTS700016', 'not registered in this tenant', 'Step 1'],
    ['AADSTS7000229', 'no service principal', 'az ad sp create'],
    ['AADSTS700213', 'the subject differs', '6-finish-registration.sh'],
    ['AADSTS53003', 'conditional access policy', 'conditional access'],
    ['AADSTS9000411', 'AADSTS9000411', 'https://login.microsoftonline.com/error'],
  ])('%s is said with its cure, and the rest waits for it', async (number, says, next) => {
    const { code, said } = await check(await tenant(token(number)))
    expect(lineFor(said, 'The application proves itself')).toContain(says)
    expect(nextFor(said, 'The application proves itself')).toContain(next)
    expect(lineFor(said, 'The site for papers')).toContain('could not check')
    expect(lineFor(said, 'The bot’s door')).toContain('ok')
    expect(code).toBe(1)
    expect(said).not.toMatch(SECRET)
  })

  it('can only be had in the container: elsewhere the command for it is said', async () => {
    const { said } = await check(await tenant(), { IDENTITY_ENDPOINT: '', IDENTITY_HEADER: '' }, [
      'IDENTITY_ENDPOINT',
      'IDENTITY_HEADER',
    ])
    expect(lineFor(said, 'The application proves itself')).toContain('could not check')
    expect(nextFor(said, 'The application proves itself')).toContain('az containerapp exec')
  })

  it('says nothing of a file that is no certificate', async () => {
    const folder = await aFolder()
    const file = join(folder, 'certificate.pem')
    await writeFile(file, `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----\n`)
    const { said } = await check(await tenant(), { CERTIFICATE_FILE: file })
    expect(lineFor(said, 'The application proves itself')).toContain('cannot be read')
    expect(said).not.toMatch(SECRET)
  })

  it('is asked for nowhere when the service is away', async () => {
    const { said, code } = await check(await tenant(), { ENTRA_URL: 'http://127.0.0.1:9' })
    expect(lineFor(said, 'The tenant')).toContain('could not check')
    expect(lineFor(said, 'The application proves itself')).toContain('Entra was not reached')
    expect(code).toBe(0)
  })
})

describe('settings', () => {
  it.each([
    ['GRAPH_URL', 'https://graph.example.org', 'a stand-in is on this machine'],
    ['ENTRA_URL', 'http://login.microsoftonline.com', 'a stand-in is on this machine'],
    ['PUBLIC_URL', 'http://evaluations.example.org', 'https and a host name alone'],
    ['PUBLIC_URL', 'https://evaluations.example.org/app', 'https and a host name alone'],
    ['TENANT_ID', '00000000-0000-0000-0000-000000000000', 'nobody'],
    ['CLIENT_ID', 'evaluations', 'it looks like'],
    ['ORGANISER', "x'; rm -rf /; '@example.org", 'the object id of the mailbox'],
    ['ORGANISER', 'panel.meetings@example.org', 'no address'],
    ['OWNERS', 'somebody', 'object ids, parted by commas'],
    ['INVITE_GUESTS', 'perhaps', '"yes" or "no"'],
    ['SHAREPOINT_SITE', 'https://example.sharepoint.com/sites/a', 'a host and two ids'],
  ])('%s=%s is refused', async (name, value, says) => {
    const there = await tenant()
    const { code, said } = await run(there, ['--write', await aFolder()], { [name]: value })
    expect(said).toContain(`${name} is "${value}"`)
    expect(said).toContain(says)
    expect(code).toBe(1)
  })

  it('without any, every line says what comes first', async () => {
    const lines: string[] = []
    const code = await setupTenant(
      ['--check'],
      { ENTRA_URL: 'http://127.0.0.1:9', GRAPH_URL: 'http://127.0.0.1:9' },
      (line) => lines.push(line),
    )
    expect(lineFor(lines.join('\n'), 'The tenant')).toContain('TENANT_ID is not set')
    expect(lines.join('\n')).toContain('0 ok')
    expect(code).toBe(1)
  })

  it.each([[[]], [['--help']], [['--chekc']]])('%j is answered with what can be asked', async (args) => {
    const { code, said } = await run(await tenant(), args)
    expect(said).toContain('--check')
    expect(code).toBe(64)
  })
})

it('what is written into the folder is named, and nothing is asked of the tenant', async () => {
  const there = await tenant()
  const folder = await aFolder()
  const { code, said } = await run(there, ['--write', folder])
  expect(code).toBe(0)
  const names = (await readdir(folder)).toSorted()
  expect(names).toHaveLength(10)
  expect(names.filter((name) => !said.includes(name))).toEqual([])
  expect(there.seen).toEqual([])
  expect([TENANT, IDENTITY].every((id) => !said.includes(id))).toBe(true)
})

describe('settings.env', () => {
  it('is read before it is written: what somebody wrote into it is never emptied', async () => {
    const folder = await aFolder()
    expect(await setupTenant(['--write', folder], { TENANT_ID: TENANT }, quiet)).toBe(0)
    const edited = `${await words(folder)}\nCLIENT_ID=${CLIENT}\nTHEIR_OWN=word\n`
    await writeFile(join(folder, 'settings.env'), edited)
    expect(await setupTenant(['--write', folder], {}, quiet)).toBe(0)
    for (const line of [`TENANT_ID=${TENANT}`, `CLIENT_ID=${CLIENT}`, 'THEIR_OWN=word'])
      expect((await words(folder)).split('\n')).toContain(line)
    expect(await readFile(join(folder, '6-finish-registration.sh'), 'utf8')).toContain(
      `CLIENT_ID='${CLIENT}'`,
    )
  })

  it('gives way to the environment, but not to an empty word of it', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'settings.env'), `TENANT_ID=${TENANT}\nCLIENT_ID=${CLIENT}\n`)
    await setupTenant(['--write', folder], { TENANT_ID: '', CLIENT_ID: OTHER }, quiet)
    expect(await words(folder)).toContain(`TENANT_ID=${TENANT}\n`)
    expect(await words(folder)).toContain(`CLIENT_ID=${OTHER}\n`)
  })

  it('stays as it is when something in it is wrong', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'settings.env'), 'TENANT_ID=mine\n')
    const lines: string[] = []
    expect(await setupTenant(['--write', folder], {}, (line) => lines.push(line))).toBe(1)
    expect(lines.join()).toContain('TENANT_ID is "mine"')
    expect(await words(folder)).toBe('TENANT_ID=mine\n')
  })

  it('is read by the check, too', async () => {
    const there = await tenant()
    const folder = await aFolder()
    const { IDENTITY_ENDPOINT, IDENTITY_HEADER, ...settings } = there.env
    const file = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
    await writeFile(join(folder, 'settings.env'), file.join('\n'))
    const lines: string[] = []
    const code = await setupTenant(
      [...CHECK, '--settings', folder],
      { IDENTITY_ENDPOINT, IDENTITY_HEADER },
      (line) => lines.push(line),
    )
    expect(lines.join('\n')).toContain('What the application may')
    expect(lines.join('\n')).not.toMatch(/TENANT_ID is not set|CLIENT_ID is not set/)
    expect(there.seen.length).toBeGreaterThan(10)
    expect(code).toBe(0)
  })
})

it('whoever lets the product invite guests is asked for that permission, nobody else', async () => {
  const withInvite = [...consented('application'), 'User.Invite.All']
  const without = await check(await tenant({}, withInvite))
  expect(lineFor(without.said, 'What the application may')).toContain('more than it should: User.Invite.All')
  const wanted = await check(await tenant({}, withInvite), { INVITE_GUESTS: 'yes' })
  expect(lineFor(wanted.said, 'What the application may')).toContain('ok')
  const missing = await check(await tenant(), { INVITE_GUESTS: 'yes' })
  expect(lineFor(missing.said, 'What the application may')).toContain('Not consented yet: User.Invite.All')
})

const quiet = (): void => undefined
const words = (folder: string): Promise<string> => readFile(join(folder, 'settings.env'), 'utf8')

async function tenant(
  answers: Readonly<Record<string, Answered>> = {},
  roles?: readonly string[],
): Promise<ATenant> {
  const there = await aTenant(answers, roles)
  undo.push(() => there.close())
  return there
}

const check = (there: ATenant, env: Readonly<Record<string, string>> = {}, without: readonly string[] = []) =>
  run(there, CHECK, env, without)

async function run(
  there: ATenant,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = []
  const all = Object.entries({ ...there.env, ...env }).filter(([name]) => !without.includes(name))
  const code = await setupTenant(args, Object.fromEntries(all), (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A check's line of the table with what was found, its broken lines joined. */
function lineFor(said: string, title: string): string {
  const lines = said.split('\n')
  const from = lines.findIndex((line) => /^ ?\d+ {2}/.test(line) && line.endsWith(`  ${title}`))
  const end = lines.findIndex((line, at) => at > from && !line.startsWith(' '.repeat(21)))
  return lines
    .slice(from, end)
    .map((line) => line.trim())
    .join(' ')
}

function nextFor(said: string, title: string): string {
  const lines = said.split('\n')
  const from = lines.findIndex((line) => line.startsWith('Step ') && line.endsWith(`): ${title}`))
  return lines[from + 1] ?? ''
}
