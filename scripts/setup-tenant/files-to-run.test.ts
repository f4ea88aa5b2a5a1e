import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

import { afterEach, describe, expect, it } from 'vitest'

import { CLIENT, IDENTITY, ORGANISER, SITE, TENANT } from '#tests/fixtures/a-set-up-tenant.ts'

import { filesToRun } from './files-to-run.ts'
import { quoted } from './files/shell.ts'
import { GRANTS, TEAMS_CLIENTS, consented } from './grants.ts'
import { readSettings } from './settings.ts'

const run = promisify(execFile)
const KNOWN = {
  TENANT_ID: TENANT,
  CLIENT_ID: CLIENT,
  MANAGED_IDENTITY: IDENTITY,
  PUBLIC_URL: 'https://Evaluations.example.org',
  SHAREPOINT_SITE: SITE,
  ORGANISER,
}
const written = (env: Readonly<Record<string, string>>) => filesToRun(readSettings(env, {}).settings)
const known = written(KNOWN)
const unknown = written({})
const endingIn = (ending: string) => Object.keys(known).filter((name) => name.endsWith(ending))

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

describe('what an administrator reads before running it', () => {
  it.each(endingIn('.sh').concat(endingIn('.ps1')))('%s says who, where and how to undo it', (name) => {
    const text = known[name] ?? ''
    for (const word of ['# Step ', '# Who: ', 'Where: ', 'To undo']) expect(text).toContain(word)
  })

  it('nothing is left open in what is known, and nothing is made up in what is not', () => {
    for (const text of [known, unknown].flatMap((files) => Object.values(files)))
      expect(text).not.toMatch(/undefined|'null'|\[object/)
  })

  it('no script asks for a secret or makes one', () => {
    for (const text of Object.values(known))
      expect(text).not.toMatch(/--password|client.?secret=|credential reset/i)
  })

  it('the page of the folder names what is consented, and not what Exchange gives', () => {
    const readMe = known['README.md'] ?? ''
    expect(readMe).toContain(
      `https://login.microsoftonline.com/${TENANT}/v2.0/adminconsent?client_id=${CLIENT}`,
    )
    expect(readMe).toContain('show the 7 permissions')
    expect(readMe).toContain('| Calendars.ReadWrite | an Exchange Administrator')
  })

  it('the mailbox gets its two roles with a scope of one account', () => {
    const script = known['3-organiser-mailbox.ps1'] ?? ''
    const mailbox = GRANTS.filter(({ kind }) => kind === 'mailbox').map(({ name }) => `'Application ${name}'`)
    expect(script).toContain(`foreach ($role in ${mailbox.join(', ')})`)
    expect(script).toContain('-CustomResourceScope $scope')
    expect(script).toContain(`[string] $Organiser = '${ORGANISER}'`)
  })

  it('a value with a quote never reaches a script', () => {
    expect(() => quoted("x'; rm -rf '")).toThrow(RangeError)
  })
})

describe.each(endingIn('.sh'))('%s', (name) => {
  it('is understood by bash', async () => {
    const folder = await aFolder(known)
    await expect(run('bash', ['-n', join(folder, name)])).resolves.toBeDefined()
  })

  it('asks for what is not decided yet, and does nothing', async () => {
    const folder = await aFolder(unknown)
    const az = await anAz(folder)
    const refused = run('bash', [join(folder, name)], { env: az.env })
    await expect(refused).rejects.toMatchObject({ stderr: expect.stringMatching(/Set TENANT_ID first/) })
    expect(await az.asked()).toEqual([])
  })
})

describe('1-register-app.sh', () => {
  it('makes the registration and its service principal, for one organisation', async () => {
    const folder = await aFolder(known)
    const az = await anAz(folder)
    const { stdout } = await run('bash', [join(folder, '1-register-app.sh')], { env: az.env })
    expect(stdout).toContain(`CLIENT_ID=${CLIENT}`)
    const asked = await az.asked()
    expect(asked.filter((line) => line.startsWith('ad app create'))).toEqual([
      'ad app create --display-name Case Evaluations for Teams --sign-in-audience AzureADMyOrg --query appId -o tsv',
    ])
  })

  it('makes neither a second time', async () => {
    const asked = await askedAgain('1-register-app.sh')
    expect(asked.filter((line) => / create\b/.test(line))).toEqual([])
  })

  it('does nothing in another organisation', async () => {
    const folder = await aFolder(written({ ...KNOWN, TENANT_ID: IDENTITY }))
    const az = await anAz(folder)
    await expect(run('bash', [join(folder, '1-register-app.sh')], { env: az.env })).rejects.toMatchObject({
      stderr: expect.stringContaining('another organisation'),
    })
    expect(await az.asked()).toEqual(['account show --query tenantId -o tsv'])
  })
})

describe('6-finish-registration.sh', () => {
  it('writes the registration that the product expects', async () => {
    const { bodies } = await finished()
    expect(bodies[0]).toMatchObject({
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://evaluations.example.org/botid-${CLIENT}`],
      spa: { redirectUris: ['https://evaluations.example.org/sign-in'] },
      api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{ value: 'access_as_user' }] },
      optionalClaims: { accessToken: [{ name: 'acct' }, { name: 'idtyp' }] },
    })
  })

  it('asks for the permissions of the table, by the ids that Graph gives them, and for no other', async () => {
    const { bodies } = await finished()
    const wanted = [
      ...consented('application').map((name) => ({ id: `id-of-${name}`, type: 'Role' })),
      ...consented('delegated').map((name) => ({ id: `id-of-${name}`, type: 'Scope' })),
    ]
    expect(bodies[0]).toMatchObject({
      requiredResourceAccess: [
        { resourceAppId: '00000003-0000-0000-c000-000000000000', resourceAccess: wanted },
      ],
    })
    expect(JSON.stringify(bodies)).not.toMatch(/Calendars|Mail/)
  })

  it('lets Teams in to the scope once it is there', async () => {
    const { bodies } = await finished()
    expect(JSON.stringify(bodies[0])).not.toContain('preAuthorizedApplications')
    expect(bodies[1]).toMatchObject({
      api: {
        oauth2PermissionScopes: [{ value: 'access_as_user' }],
        preAuthorizedApplications: TEAMS_CLIENTS.map((appId) => ({ appId })),
      },
    })
  })

  it('lets the managed identity speak for it, by its object id', async () => {
    const { bodies } = await finished()
    expect(bodies[2]).toEqual({
      name: 'container',
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      subject: `principal-of-${IDENTITY}`,
      audiences: ['api://AzureADTokenExchange'],
    })
  })

  it('gives the identity its credential once', async () => {
    const asked = await askedAgain('6-finish-registration.sh')
    expect(asked.filter((line) => / create\b/.test(line))).toEqual([])
    expect(asked.filter((line) => line.startsWith('rest --method PATCH'))).toHaveLength(2)
  })

  it('stops when Graph knows a permission no more, before anything is changed', async () => {
    const folder = await aFolder(known)
    const az = await anAz(folder, 'Sites.Selected')
    await expect(
      run('bash', [join(folder, '6-finish-registration.sh')], { env: az.env }),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('Graph has no permission Sites.Selected.') })
    expect(await az.bodies()).toEqual([])
  })
})

async function finished() {
  const folder = await aFolder(known)
  const az = await anAz(folder)
  await run('bash', [join(folder, '6-finish-registration.sh')], { env: az.env })
  return { bodies: await az.bodies() }
}

/** What a script asks for where everything is there already. */
async function askedAgain(name: string): Promise<readonly string[]> {
  const folder = await aFolder(known)
  const az = await anAz(folder, 'none', true)
  await run('bash', [join(folder, name)], { env: az.env })
  return az.asked()
}

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

/** A stand-in of the Azure command line: keeps what it was asked and what it was given, and answers with ids. */
async function anAz(folder: string, unknownPermission = 'none', isDone = false) {
  const bin = join(folder, 'bin')
  const log = join(folder, 'asked')
  await mkdir(bin)
  await writeFile(
    join(bin, 'az'),
    `#!/usr/bin/env bash
echo "$*" >> '${log}'
for word in "$@"; do
  case "$word" in @*) cp "\${word#@}" "${folder}/body-$(ls '${folder}' | grep -c '^body-')" ;; esac
done
permission=$(echo "$*" | sed -n "s/.*value=='\\([^']*\\)'.*/\\1/p")
if [ -n "$permission" ]; then
  [ "$permission" = '${unknownPermission}' ] || echo "id-of-$permission"
  exit 0
fi
case "$*" in
  'account show'*) echo ${TENANT} ;;
  'ad app list'*) [ ${isDone} = false ] || echo ${CLIENT} ;;
  'ad app create'*) echo ${CLIENT} ;;
  'ad app federated-credential list'*) [ ${isDone} = false ] || echo there ;;
  'ad app show'*passwordCredentials*) echo 0 ;;
  'ad app show'*) echo object-id ;;
  'ad sp show --id ${IDENTITY}'*) echo principal-of-${IDENTITY} ;;
  'ad sp show'*) [ ${isDone} = true ] || exit 3 ;;
esac
`,
  )
  await chmod(join(bin, 'az'), 0o755)
  return {
    env: { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    asked: async () => (await words(log)).split('\n').filter((line) => line !== ''),
    bodies: async (): Promise<readonly unknown[]> => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('body-')).toSorted()
      return Promise.all(names.map(async (name) => JSON.parse(await words(join(folder, name)))))
    },
  }
}

async function words(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
