import { resolve } from 'node:path'

import { defineConfig, loadConfigFromFile, mergeConfig } from 'vite'

/** The build of the image: the house's own, but for the tab alone. Local mode's page is not there. */
export default defineConfig(async (env) => {
  const house = await loadConfigFromFile(env, resolve('vite.config.ts'))
  if (!house) throw new Error('vite.config.ts is not there')
  const { build, ...rest } = house.config
  const { rolldownOptions, ...kept } = build ?? {}
  return mergeConfig(
    { ...rest, build: kept },
    { build: { rolldownOptions: { ...rolldownOptions, input: { tab: resolve('tab/index.html') } } } },
  )
})
