/**
 * What `npm start` and `npm test` run first: installs what package-lock.json names and builds the pages, each
 * only if it is not so already. Plain JavaScript for Node 20, because Node 24 itself may still be missing:
 * it comes with the packages, and the `npm run` that follows finds it first on its path.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { install, isInstalled, wasInstalled } from './boot/packages.mjs'
import { buildPages, pagesAreBuilt } from './boot/pages.mjs'
import { nodeThatServes, refusalOf } from './boot/which-node.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

async function boot() {
  const refusal = refusalOf(root)
  if (refusal) return refusal
  if (!isInstalled(root)) {
    const what = wasInstalled(root)
      ? 'Installing what has changed'
      : 'Installing (first time only, about a minute)'
    const failure = await inPlainWords(what, () => install(root))
    if (failure)
      return `${failure}\nThe packages could not be installed. Is the network there? Then try again.`
  }
  const node = nodeThatServes(root)
  if (!node) return 'Node 24 did not come with the packages. Remove node_modules and try again.'
  if (!pagesAreBuilt(root)) {
    const failure = await inPlainWords('Building the pages', () => buildPages(root, node))
    if (failure) return `${failure}\nThe pages could not be built.`
  }
  return undefined
}

/** Says what goes on, again every 15 seconds, and how long it took. */
async function inPlainWords(what, act) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  console.log(`${what} ...`)
  const still = setInterval(() => console.log(`${what} ... ${seconds()} s so far`), 15_000)
  const failure = await act()
  clearInterval(still)
  if (!failure) console.log(`${what} ... done in ${seconds()} s`)
  return failure
}

const problem = await boot()
if (problem) {
  console.error(problem)
  process.exitCode = 1
}
