/**
 * `node scripts/install-pictures.ts`: how Teams will show the app before and after it is installed, drawn by us from
 * the manifest's own strings and icons, into docs/pictures. It is no picture of Teams: only a tenant shows that.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { launchChromium } from '#tests/fixtures/chromium.ts'

import { teamsApp } from '../manifest/app.ts'
import type { PackageSettings } from '../manifest/settings.ts'

const ROOT = join(import.meta.dirname, '..')

const EXAMPLE: PackageSettings = {
  environment: 'example',
  appId: '4c1b6a53-0d56-4e7b-9f0e-6f4c1d2a9b10',
  clientId: '8f0a7c62-3b1e-4f5d-a9c8-2e6d5b4c3a21',
  domain: 'evaluations.example.org',
  version: '1.0.0',
  organisation: 'Example Partnership',
  nameSuffix: '',
}

/** What Teams says of a permission of one chat. */
const SAYS: Readonly<Record<string, string>> = {
  'TeamsTab.Create.Chat': 'Create tabs in this chat or meeting',
  'TeamsTab.Read.Chat': 'See the tabs of this chat or meeting',
}

const app = teamsApp(EXAMPLE)
const [color, outline] = await Promise.all(['color', 'outline'].map((name) => picture(`${name}.png`)))
const { short: name } = app.name
const developer = app.developer.name
const commands = app.bots?.[0]?.commandLists?.[0]?.commands ?? []
const chatPermissions = app.authorization?.permissions?.resourceSpecific ?? []

const STORE = `<section class="store"><h2>Built for your organisation</h2>
  <article><img src="${color}" alt="" width="48"><div><b>${name}</b><small>${developer}</small></div>
  <p>${app.description.short}</p><button>Add</button></article></section>`

const DETAILS = `<section class="details"><header><img src="${color}" alt="" width="72"><div><h1>${name}</h1>
  <a>${developer}</a></div><button class="main">Add</button></header>
  <main><p><b>${app.description.short}</b></p>${html(app.description.full)}
  <h2>What it has</h2><ul>
  <li><b>Personal app</b>: ${tabNames()}</li><li><b>Chat with the app</b>: for you alone</li>
  <li><b>Tab</b>: in channels, chats and meetings, beside the call too</li></ul>
  <h2>Permissions</h2><p>The app will be able to:</p><ul>
  <li>Get the messages and data that you give to it</li><li>Send you messages and notifications</li>
  <li>Know your name and address when you sign in</li></ul>
  <p>In a chat or meeting to which it is added, it will be able to:</p><ul>
  ${chatPermissions.map((each) => `<li>${SAYS[each.name] ?? missing(each.name)}</li>`).join('')}</ul></main>
  <footer>${name} ${app.version}, by ${developer}: <a>website</a>, <a>privacy</a>, <a>terms of use</a></footer></section>`

const INSTALLED = `<section class="app"><aside><span class="on"><img src="${outline}" alt="" width="24"></span>
  <small>${name}</small></aside><div><header><img src="${color}" alt="" width="28"><b>${name}</b>
  <nav>${tabNames()
    .split(', ')
    .map((each) => `<span>${each}</span>`)
    .join('')}</nav></header>
  <main><p class="hint">Suggestions</p>
  ${commands.map(({ title, description }) => `<p class="command"><b>${title}</b><small>${description}</small></p>`).join('')}
  <p class="box">Type a message</p></main></div></section>`

const STYLE = `
  body { margin: 0; padding: 16px; background: #ebebeb; font: 14px/20px 'Segoe UI', 'Liberation Sans', sans-serif; color: #242424 }
  section { background: #fff; border: 1px solid #d1d1d1; border-radius: 8px }
  h1 { font-size: 20px; line-height: 28px; margin: 0 } h2 { font-size: 16px; line-height: 22px; margin: 16px 0 4px }
  p, ul { margin: 6px 0 } ul { padding-left: 20px } small { color: #616161; font-size: 12px; line-height: 16px }
  a { color: ${app.accentColor} } img { border-radius: 6px; display: block }
  button { font: 600 14px/20px inherit; padding: 5px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff }
  .main { background: ${app.accentColor}; color: #fff; border: 0; padding: 6px 20px; margin-left: auto }
  .store { padding: 16px } .store h2 { margin: 0 0 12px }
  .store article { display: grid; grid-template-columns: 48px 1fr auto; gap: 8px 12px; align-items: center; border: 1px solid #d1d1d1; border-radius: 6px; padding: 12px }
  .store div { display: grid } .store p { grid-column: 1 / 3; margin: 0 }
  .details header { display: flex; gap: 16px; align-items: center; padding: 20px 24px; border-bottom: 1px solid #e0e0e0 }
  .details main { padding: 4px 24px 16px }
  .details footer { padding: 12px 24px; border-top: 1px solid #e0e0e0; color: #616161; font-size: 12px }
  .app { display: grid; grid-template-columns: 88px 1fr; overflow: hidden }
  .app aside { background: #33344a; padding: 12px 6px; text-align: center }
  .app aside small { color: #fff; display: block; margin-top: 4px } .on { display: grid; place-items: center }
  .app header { display: flex; gap: 10px; align-items: center; padding: 10px 16px; border-bottom: 1px solid #e0e0e0 }
  .app nav { display: flex; gap: 16px; margin-left: 12px } .app nav span:nth-child(2) { font-weight: 600; box-shadow: 0 3px ${app.accentColor} }
  .app main { padding: 16px } .hint { color: #616161 } .command { display: grid; padding: 4px 12px }
  .box { margin-top: 16px; border: 1px solid #d1d1d1; border-bottom: 2px solid ${app.accentColor}; border-radius: 4px; padding: 8px 12px; color: #616161 }
`

const browser = await launchChromium()
try {
  await draw('install-store', STORE, 420)
  await draw('install-details', DETAILS, 640)
  await draw('install-app', INSTALLED, 640)
} finally {
  await browser.close()
}

async function draw(file: string, body: string, width: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 100 }, deviceScaleFactor: 1.5 })
  await page.setContent(`<!doctype html><html lang="en-GB"><style>${STYLE}</style>${body}</html>`)
  await page.screenshot({ path: join(ROOT, 'docs/pictures', `${file}.png`), fullPage: true })
  await page.close()
}

async function picture(file: string): Promise<string> {
  const bytes = await readFile(join(ROOT, 'manifest/icons', file))
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** The personal app's tabs as Teams names them: two of them are its own. */
function tabNames(): string {
  const own: Readonly<Record<string, string>> = { conversations: 'Chat', about: 'About' }
  return (app.staticTabs ?? [])
    .map((tab) => tab.name ?? own[tab.entityId] ?? missing(tab.entityId))
    .join(', ')
}

/** The little Markdown that Teams reads in a description: paragraphs, lists, bold. */
function html(text: string): string {
  return text
    .split('\n\n')
    .map((block) => block.replaceAll(/\*\*(.+?)\*\*/g, '<b>$1</b>'))
    .map((block) =>
      block.startsWith('- ')
        ? `<ul>${block
            .split('\n')
            .map((line) => `<li>${line.slice(2)}</li>`)
            .join('')}</ul>`
        : `<p>${block}</p>`,
    )
    .join('')
}

function missing(what: string): never {
  throw new Error(`the drawing has no words for ${what}`)
}
