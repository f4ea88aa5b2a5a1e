import { resolve } from 'node:path'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Two pages from one build: the tab, and local mode's chat and mailbox. */
export default defineConfig({
  root: '.',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { tab: resolve('tab/index.html'), local: resolve('local/page/index.html') },
    },
  },
})
