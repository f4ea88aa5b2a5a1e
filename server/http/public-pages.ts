import { randomBytes } from 'node:crypto'

import { Hono } from 'hono'

import { policy } from './pages.ts'

/**
 * What anybody may read without signing in: Teams shows these addresses before the app is installed. Plain pages,
 * without a script; they say nothing about a partnership, a person or a case.
 */
export function publicPages(): Hono {
  const app = new Hono()
  for (const { path, title, body } of PAGES) {
    app.get(path, (c) => {
      const nonce = randomBytes(16).toString('base64url')
      c.header('Content-Security-Policy', policy(nonce))
      c.header('Cache-Control', 'no-store')
      return c.html(pageOf(title, body, nonce))
    })
  }
  return app
}

/** The addresses, as the Teams app names them. */
export const publicPaths = (): readonly string[] => PAGES.map(({ path }) => path)

type PublicPage = { readonly path: string; readonly title: string; readonly body: string }

const PAGES: readonly PublicPage[] = [
  {
    path: '/privacy',
    title: 'Privacy',
    body: `
      <p>Case Evaluations is used by agencies of a safeguarding partnership to evaluate together how they worked on
      a case. The organisation that is named in Teams as the app's developer runs it. The agencies of the partnership
      decide together what it is used for; their privacy notices say on which legal basis, how long it is kept, and
      how to ask for what is held about you.</p>
      <h2>What is held</h2>
      <ul>
        <li>About people who work with it: name, work address, agency, the posts they hold and when, what they wrote
        and answered, what was sent to them and whether it arrived.</li>
        <li>About children and families whose case is evaluated: what the agencies bring to the evaluation. Who a
        child is, is shown only after a check of the reader's role, and each view of that is recorded: who looked, and
        when.</li>
      </ul>
      <h2>What is sent</h2>
      <ul>
        <li>Cards, notifications, mails, calendar entries, file names and addresses carry a reference such as N-08 and
        nothing about the child or family.</li>
        <li>The app keeps nothing of what is typed to its bot as a message. Answers are given on cards and on pages.</li>
        <li>The app reads no chats, mails, calendars or files of the people who use it. It books meetings and sends
        mail from one mailbox of its own, and keeps papers in one SharePoint site of its own.</li>
      </ul>
      <h2>In your browser</h2>
      <p>No cookies, no tracking, and nothing from other hosts but Microsoft's sign-in. What keeps you signed in is
      forgotten when you close the page.</p>`,
  },
  {
    path: '/terms',
    title: 'Terms of use',
    body: `
      <p>You may use Case Evaluations if a safeguarding partnership has given you a post in it, for the work of that
      post and nothing else.</p>
      <ul>
        <li>Do not name a child or family in a chat, a meeting's title or a file name.</li>
        <li>Look only at what your post needs. Each view of who a child is, is recorded.</li>
        <li>If something about a case reached you by mistake, say so at once to the partnership.</li>
        <li>Your access ends when your post ends, and for people of other organisations on the day that was agreed
        unless it is renewed.</li>
        <li>It is not for emergencies, and nobody watches it for you. If a child is in danger now, ring 999; for any
        other concern about a child use your agency's own procedure at once.</li>
      </ul>
      <p>The software is free and comes without warranty (MIT licence). The organisation that is named in Teams as the
      app's developer answers for how it is run.</p>`,
  },
  {
    path: '/support',
    title: 'Help',
    body: `
      <p class="danger">If a child is in danger now, ring 999. Nobody reads this page or the app's chat for you.</p>
      <h2>You can't get in</h2>
      <ul>
        <li>“We do not know you here”: ask the partnership's business manager for an invitation. They need the work
        address that you sign in with.</li>
        <li>“You are signed in with another organisation”: in Teams choose your picture, then the organisation that
        invited you, and open Case Evaluations there.</li>
        <li>“Your access has ended”: ask the partnership's business manager to renew it.</li>
        <li>“Case Evaluations may not sign you in yet”: send the page's link on to your IT service desk.</li>
        <li>In a browser: <a href="/">open Case Evaluations</a> and sign in with your work account.</li>
      </ul>
      <h2>You are in, and something is not right</h2>
      <ul>
        <li>A card that asks you something says who helps, with a number, and has a button for “this is not right”.</li>
        <li>An error shows a reference number. Quote it: it finds what happened, and holds nothing about a case.</li>
        <li>You got something that was not meant for you: tell the partnership's business manager at once. They can
        withdraw it and see who opened it.</li>
      </ul>
      <h2>You look after it</h2>
      <p>Installation, permissions and their reasons, operation and the open source are described in the product's own
      documentation, in the folder “docs” of its source.</p>`,
  },
]

function pageOf(title: string, body: string, nonce: string): string {
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} - Case Evaluations</title>
    <link rel="icon" href="data:," />
    <style nonce="${nonce}">${STYLE}</style>
  </head>
  <body>
    <nav aria-label="Pages">${PAGES.map(
      ({ path, title: each }) =>
        `<a href="${path}"${each === title ? ' aria-current="page"' : ''}>${each}</a>`,
    ).join('')}</nav>
    <main>
      <h1>${title}</h1>${body}
    </main>
  </body>
</html>
`
}

/** The tab's look without its components: Teams' colours, text up to 70 characters, 280 px wide and up. */
const STYLE = `
  :root { color-scheme: light dark; --ground: #fff; --text: #242424; --quiet: #616161; --accent: #4f52b2; --line: #d1d1d1 }
  @media (prefers-color-scheme: dark) {
    :root { --ground: #1f1f1f; --text: #fff; --quiet: #d6d6d6; --accent: #aab1fa; --line: #616161 }
  }
  body { margin: 0 auto; padding: 16px; max-width: 70ch; overflow-wrap: break-word;
    font: 16px/1.5 'Segoe UI', system-ui, sans-serif; background: var(--ground); color: var(--text) }
  nav { display: flex; flex-wrap: wrap; gap: 4px 24px; border-bottom: 1px solid var(--line) }
  nav a { padding: 8px 0; color: var(--quiet); text-decoration: none }
  nav a[aria-current] { color: var(--text); box-shadow: inset 0 -3px var(--accent) }
  a { color: var(--accent) }
  h1 { font-size: 28px; line-height: 36px; margin: 24px 0 8px }
  h2 { font-size: 20px; line-height: 28px; margin: 24px 0 4px }
  p, ul { margin: 8px 0 } ul { padding-left: 20px } li { margin: 4px 0 }
  .danger { padding: 12px; border-left: 4px solid var(--accent); font-weight: 600 }
`
