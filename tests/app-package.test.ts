import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { wishIn } from '#bot/typed.ts'
import { GRAPH_USES } from '#graph/permissions.ts'
import { publicPages, publicPaths } from '#server/http/public-pages.ts'
import { anApp, packageSettings, there } from '#tests/fixtures/a-package.ts'

import { languageProblems, wordsOf } from '../manifest/languages.ts'
import { makePackage } from '../manifest/make.ts'
import { CHAT_PERMISSIONS } from '../manifest/permissions.ts'
import { languageSchemaProblems, schemaProblems } from '../manifest/schema.ts'

const root = join(import.meta.dirname, '..')
const icons = join(root, 'manifest/icons')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the Teams app', () => {
  it('is valid by Microsoft’s schema of version 1.25, without asking anybody', async () => {
    const app = anApp()
    expect([app.manifestVersion, app.$schema]).toEqual(['1.25', expect.stringContaining('/v1.25/')])
    expect(await schemaProblems(app)).toEqual([])
  })

  it.each([
    [
      'a key that is not there',
      (app: object) => Object.assign(app, { colour: 'blue' }),
      'additional properties',
    ],
    ['an id that is none', (app: object) => Object.assign(app, { id: 'none' }), '/id must match pattern'],
    ['a newer version', (app: object) => Object.assign(app, { agentSkills: [] }), 'additional properties'],
  ])('would be refused with %s', async (_, change, says) => {
    expect((await schemaProblems(anApp(change))).join()).toContain(says)
  })

  it('offers commands that the bot reads, each as a wish of its own', () => {
    const commands = there(anApp().bots?.[0]?.commandLists?.[0]).commands
    expect(commands.map(({ title }) => wishIn(title).kind)).toEqual(['waiting', 'actions', 'concern', 'help'])
  })

  it('asks in a chat for what the calls to Graph need there, and no more', () => {
    const used = GRAPH_USES.filter(({ by }) => by === 'installation').map(({ permission }) => permission)
    expect(CHAT_PERMISSIONS.map(({ name }) => name).toSorted()).toEqual([...new Set(used)].toSorted())
  })

  it.each(['/privacy', '/terms', '/support'])(
    'names a page that is served without signing in: %s',
    async (path) => {
      const { developer } = anApp()
      const named = [developer.privacyUrl, developer.termsOfUseUrl, developer.websiteUrl]
      expect(named).toContain(`https://${packageSettings.domain}${path}`)
      const answer = await publicPages().request(path)
      const [html, policy] = [await answer.text(), answer.headers.get('content-security-policy') ?? '']
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
      expect(policy).toContain(`'nonce-${/<style nonce="([\w-]+)"/.exec(html)?.[1]}'`)
      expect(html).not.toContain('<script')
      const links = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, to]) => to)
      expect(links.filter((to) => to !== '/' && !publicPaths().includes(to ?? ''))).toEqual([])
    },
  )
})

describe('the package', { timeout: 60_000 }, () => {
  it('holds the manifest and two icons, nothing else, and is the same each time', async () => {
    const [one, other] = [await made(), await made()]
    const files = unzipSync(one.zip)
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    expect(JSON.parse(strFromU8(there(files['manifest.json'])))).toEqual(anApp())
    expect(Buffer.from(one.zip).equals(other.zip)).toBe(true)
  })

  it('takes a further language from its file', async () => {
    const words = Object.fromEntries(Object.keys(wordsOf(anApp())).map((key, n) => [key, `word ${n}`]))
    const { app, zip } = await made(await languages('one', { 'xx-yy.json': words }))
    expect(app.localizationInfo).toEqual({
      defaultLanguageTag: 'en-gb',
      additionalLanguages: [{ languageTag: 'xx-yy', file: 'xx-yy.json' }],
    })
    expect(JSON.parse(strFromU8(there(unzipSync(zip)['xx-yy.json'])))).toEqual(words)
  })

  it('is not made with a language that leaves something unsaid, or says too much', async () => {
    const { 'name.short': _, ...words } = wordsOf(anApp())
    const folders = await languages('two', { 'xx-yy.json': { ...words, 'name.long': 'A name' } })
    expect(await makePackage(packageSettings, folders)).toEqual({
      ok: false,
      problems: expect.arrayContaining([
        'xx-yy.json has no "name.short".',
        'xx-yy.json has "name.long", which the app does not say.',
      ]) as string[],
    })
  })

  it('is not made with an icon that Teams would not take', async () => {
    const other = join(folder, 'icons')
    await mkdir(other)
    await copyFile(join(icons, 'outline.png'), join(other, 'color.png'))
    await copyFile(join(icons, 'outline.png'), join(other, 'outline.png'))
    const result = await makePackage(packageSettings, { icons: other, languages: join(folder, 'none') })
    expect(result.ok ? [] : result.problems).toEqual([
      'The colour icon is 32 × 32; Teams wants 192 × 192.',
      'The colour icon has to fill its square.',
    ])
  })

  it('gives a translator every string that people read, as Teams takes them back', () => {
    const app = anApp()
    const words = wordsOf(app)
    expect(languageProblems('cy-gb', words, words)).toEqual([])
    expect(languageSchemaProblems(app.manifestVersion, words)).toEqual([])
    expect(languageSchemaProblems(app.manifestVersion, { ...words, nonsense: '' })).not.toEqual([])
    expect(Object.values(words)).toEqual(
      expect.arrayContaining(['Home', 'List', 'Help', app.description.full]),
    )
  })
})

describe('npm run package', { timeout: 60_000 }, () => {
  it('makes the package of an environment from settings that are given', async () => {
    const { appId, clientId, domain, organisation } = packageSettings
    const { stdout } = await command(
      '--env=test',
      `--out=${join(folder, 'out')}`,
      `TEAMS_APP_ID=${appId}`,
      `APP_CLIENT_ID=${clientId}`,
      `APP_HOSTNAME=${domain}`,
      `APP_ORGANISATION=${organisation}`,
    )
    expect(stdout).toContain(`for test, at https://${domain}`)
    expect((await readdir(join(folder, 'out'))).toSorted()).toEqual([
      'appPackage.test.zip',
      'manifest.test.json',
      'words.en-gb.json',
    ])
  })

  it('says everything that is missing at once, and fails', async () => {
    const failed = await command('--env', 'nowhere').catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 1, stderr: '' })
    const { stdout } = failed as { stdout: string }
    expect(stdout).toContain('The package for "nowhere" was not made.')
    expect(stdout.match(/^- [A-Z_]+ is missing/gm)).toHaveLength(4)
  })
})

it('the drawings of how Teams shows it are there', async () => {
  for (const name of ['store', 'details', 'app']) {
    const { size } = await stat(join(root, `docs/pictures/install-${name}.png`))
    expect(size).toBeGreaterThan(10_000)
  }
})

/** What somebody types, without any of this process's settings. */
function command(...args: string[]) {
  return promisify(execFile)(process.execPath, ['manifest/package.ts', ...args], {
    cwd: root,
    timeout: 50_000,
    env: { PATH: process.env['PATH'] },
  })
}

async function made(folders?: { icons: string; languages: string }) {
  const result = await makePackage(packageSettings, folders)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.made
}

async function languages(name: string, files: Readonly<Record<string, object>>) {
  const own = join(folder, name)
  await mkdir(own)
  for (const [file, words] of Object.entries(files)) await writeFile(join(own, file), JSON.stringify(words))
  return { icons, languages: own }
}
