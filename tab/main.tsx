import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { beforeSignIn, get } from './api.ts'
import { App } from './app.tsx'
import { startHost } from './host.ts'
import { openTokens } from './sign-in/tokens.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })
const root = document.querySelector('#root')

openTokens(
  () => beforeSignIn.get('/api/sign-in'),
  () => get('/api/me'),
)
startHost()
if (root)
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <App />
      </RendererProvider>
    </StrictMode>,
  )
