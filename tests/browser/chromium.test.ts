import { once } from 'node:events'
import { createServer } from 'node:http'

import { afterEach, expect, test, vi } from 'vitest'

import { findChromium, launchChromium } from '#tests/fixtures/chromium.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('a Chromium that is given is the one used', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/opt/chosen/chromium')
  expect(await findChromium()).toMatchObject({ executablePath: '/opt/chosen/chromium', how: 'CHROMIUM_PATH' })
})

/** The registry has one for this kind of machine only. */
const sources =
  process.platform === 'linux' && process.arch === 'x64' ? ['registry', 'anywhere'] : ['anywhere']

test.each(sources)('a Chromium from %s opens a page of this machine', async (from) => {
  vi.stubEnv('CHROMIUM_FROM', from)
  if (from === 'registry') vi.stubEnv('CHROMIUM_PATH', '')
  const page = '<title>Round N-2018-2</title><button onclick="document.title = \'pressed\'">Press</button>'
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(page),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const browser = await launchChromium()
  try {
    const tab = await browser.newPage()
    await tab.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
    expect(await tab.title()).toBe('Round N-2018-2')
    await tab.getByRole('button', { name: 'Press' }).click()
    expect(await tab.title()).toBe('pressed')
  } finally {
    await browser.close()
    server.close()
  }
})
