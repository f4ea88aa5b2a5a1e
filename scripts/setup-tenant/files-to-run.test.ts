import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterEach, describe, expect, it } from 'vitest'

import { CLIENT, IDENTITY, ORGANISER, OTHER, OWNER, SITE, TENANT } from '#tests/fixtures/a-set-up-tenant.ts'
import { anAz } from '#tests/fixtures/an-azure-command-line.ts'
import type { Says } from '#tests/fixtures/an-azure-command-line.ts'

import { filesToRun } from './files-to-run.ts'
import { quoted } from './files/shell.ts'
import { GRANTS, TEAMS_CLIENTS, consented, letIn } from './grants.ts'
import { readSettings } from './settings.ts'

const run = promisify(execFile)
const KNOWN = {
  TENANT_ID: TENANT,
  CLIENT_ID: CLIENT,
  MANAGED_IDENTITY: IDENTITY,
  OWNERS: OWNER,
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

  it('another organiser takes the scope and the policy over; the former one keeps neither', () => {
    expect(known['3-organiser-mailbox.ps1']).toMatch(
      /elseif .*RecipientFilter -ne \$filter[^}]*Set-ManagementScope/s,
    )
    expect(known['4-organiser-meetings.ps1']).toContain(
      'Grant-CsApplicationAccessPolicy -PolicyName $null -Identity $person',
    )
  })

  it('the app goes to the group right after its upload, and to the organiser', () => {
    const script = known['9-teams-app.ps1'] ?? ''
    expect(script).toContain('[Parameter(Mandatory)] [string] $Group')
    expect(script.indexOf('Update-M365TeamsApp')).toBeGreaterThan(script.indexOf('New-TeamsApp'))
    expect(script).toContain('-AppAssignmentType UsersAndGroups -OperationType Add')
  })

  it('stopping it is ending every revision, and looking; the lent consent is in the list of what to undo', () => {
    const undo = known['undo.md'] ?? ''
    expect(undo).toContain('az containerapp revision deactivate')
    expect(undo).not.toContain('--max-replicas')
    expect(undo).toContain('2-site-consent.sh take')
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
    const folder = await aFolder(written({ TENANT_ID: TENANT }))
    const az = await anAz(folder)
    const { stdout } = await run('bash', [join(folder, '1-register-app.sh')], { env: az.env })
    expect(stdout).toContain(`CLIENT_ID=${CLIENT}`)
    expect(stdout).toContain(`OWNERS=${OWNER}`)
    const asked = await az.asked()
    expect(asked.filter((line) => line.startsWith('ad app create'))).toEqual([
      'ad app create --display-name Case Evaluations for Teams --sign-in-audience AzureADMyOrg --query appId -o tsv',
    ])
  })

  it('makes neither a second time', async () => {
    const asked = await askedAgain('1-register-app.sh')
    expect(asked.filter((line) => / create\b/.test(line))).toEqual([])
  })

  it('takes none that is there by its name alone: somebody else could have made it', async () => {
    const folder = await aFolder(written({ TENANT_ID: TENANT }))
    const az = await anAz(folder, { 'ad app list': OTHER })
    await expect(run('bash', [join(folder, '1-register-app.sh')], { env: az.env })).rejects.toMatchObject({
      stdout: '',
      stderr: expect.stringContaining(`already: ${OTHER}.`),
    })
    expect((await az.asked()).filter((line) => / create\b/.test(line))).toEqual([])
  })

  it.each([
    ['is owned by a stranger', { 'ad app owner list': OTHER }, `owned by ${OTHER}`],
    ['has a client secret', { 'length(passwordCredentials)': '1' }, '1 client secrets'],
    ['has a certificate', { 'length(keyCredentials)': '2' }, '2 certificates'],
    [
      'has a secret on its service principal',
      { 'length([passwordCredentials, keyCredentials][])': '1' },
      'service principal',
    ],
    [
      'trusts somebody else',
      { 'federated-credential list': 'repo:else' },
      'federated credential of repo:else',
    ],
  ])('takes none that is named and %s', async (_, says, why) => {
    const folder = await aFolder(known)
    const az = await anAz(folder, says)
    await expect(run('bash', [join(folder, '1-register-app.sh')], { env: az.env })).rejects.toMatchObject({
      stderr: expect.stringContaining(why),
    })
    expect((await az.asked()).filter((line) => / create\b/.test(line))).toEqual([])
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

  it('lets Teams in to the scope once it is there, then the application itself', async () => {
    const { bodies } = await finished()
    expect(JSON.stringify(bodies[0])).not.toContain('preAuthorizedApplications')
    for (const [body, programs] of [
      [bodies[1], TEAMS_CLIENTS],
      [bodies[2], letIn(CLIENT)],
    ] as const)
      expect(body).toMatchObject({
        api: {
          oauth2PermissionScopes: [{ value: 'access_as_user' }],
          preAuthorizedApplications: programs.map((appId) => ({ appId })),
        },
      })
  })

  it('goes on when Entra does not let the application in to its own scope, and says so', async () => {
    const { bodies, stderr } = await finished({ 'browser.json': 'REFUSED' })
    expect(stderr).toContain('R98')
    expect(JSON.stringify(bodies.at(-1))).toContain('principal-of-')
  })

  it('lets the managed identity speak for it, by its object id', async () => {
    const { bodies } = await finished()
    expect(bodies[3]).toEqual({
      name: 'container',
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      subject: `principal-of-${IDENTITY}`,
      audiences: ['api://AzureADTokenExchange'],
    })
  })

  it('keeps the id of a scope that is there, however it was made', async () => {
    const { bodies } = await finished({ "oauth2PermissionScopes[?value=='access_as_user'].id": 'their-id' })
    expect(bodies[0]).toMatchObject({ api: { oauth2PermissionScopes: [{ id: 'their-id' }] } })
    expect(JSON.stringify(bodies[1])).toContain('"delegatedPermissionIds":["their-id"]')
  })

  it('asks for inviting guests where the organisation wants that', async () => {
    const script = written({ ...KNOWN, INVITE_GUESTS: 'yes' })['6-finish-registration.sh'] ?? ''
    expect(script).toContain(' User.Invite.All; do')
    expect(known['6-finish-registration.sh']).not.toContain('User.Invite.All')
  })

  it('gives the identity its credential once', async () => {
    const asked = await askedAgain('6-finish-registration.sh')
    expect(asked.filter((line) => / create\b/.test(line))).toEqual([])
    expect(asked.filter((line) => line.startsWith('rest --method PATCH'))).toHaveLength(3)
  })

  it('stops when Graph knows a permission no more, before anything is changed', async () => {
    const folder = await aFolder(known)
    const az = await anAz(folder, { "value=='Sites.Selected'": '' })
    await expect(
      run('bash', [join(folder, '6-finish-registration.sh')], { env: az.env }),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('Graph has no permission Sites.Selected.') })
    expect(await az.bodies()).toEqual([])
  })
})

async function finished(says: Says = {}) {
  const folder = await aFolder(known)
  const az = await anAz(folder, says)
  const { stderr } = await run('bash', [join(folder, '6-finish-registration.sh')], { env: az.env })
  return { bodies: await az.bodies(), stderr }
}

/** What a script asks for where everything is there already. */
async function askedAgain(name: string): Promise<readonly string[]> {
  const folder = await aFolder(known)
  const az = await anAz(folder, {}, true)
  await run('bash', [join(folder, name)], { env: az.env })
  return az.asked()
}

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}
