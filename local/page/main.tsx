import { RendererProvider, createDOMRenderer } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'

import { Page } from './page.tsx'
import { prepareCards } from './render-card.ts'

// The content security policy allows no code made from strings.
z.config({ jitless: true })
prepareCards()

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

const root = document.querySelector('#root')
if (root !== null) {
  createRoot(root).render(
    <RendererProvider renderer={renderer}>
      <Page />
    </RendererProvider>,
  )
}
