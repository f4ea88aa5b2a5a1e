// By module: the package's front door also wants a carousel library, which no card here needs.
import { AdaptiveCard, ExecuteAction, OpenUrlAction, SubmitAction } from 'adaptivecards/lib/card-elements.js'
import { HostConfig } from 'adaptivecards/lib/host-config.js'
import { GlobalRegistry } from 'adaptivecards/lib/registry.js'
import { Versions } from 'adaptivecards/lib/serialization.js'
import { GlobalSettings } from 'adaptivecards/lib/shared.js'
import { Table } from 'adaptivecards/lib/table.js'

import { cardHostConfig } from './card-host-config.ts'
import type { CardJson } from './page-data.ts'

/** What a person chose on a card, with what was typed merged into the button's data. */
export type CardPress =
  | { readonly kind: 'open'; readonly url: string | undefined }
  | {
      readonly kind: 'send'
      readonly action: {
        readonly type: 'Action.Execute' | 'Action.Submit'
        readonly verb?: string
        readonly data: Readonly<Record<string, unknown>>
      }
    }

/** Settings of the card library for the whole page. Text on cards is text: no markdown, no HTML. */
export function prepareCards(): void {
  AdaptiveCard.onProcessMarkdown = (_, result) => {
    result.didProcess = false
  }
  GlobalSettings.setTabIndexAtCardRoot = false
  GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5)
}

/**
 * Draws a card. `press` is called once the required inputs are filled in; until then the card itself says what is
 * missing. Undefined: the card can't be drawn.
 */
export function renderCard(json: CardJson, press: (press: CardPress) => void): HTMLElement | undefined {
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(cardHostConfig)
  card.parse(json)
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) press({ kind: 'open', url: action.url })
    else if (action instanceof ExecuteAction) {
      press({
        kind: 'send',
        action: { type: 'Action.Execute', verb: action.verb, data: dataOf(action.data) },
      })
    } else if (action instanceof SubmitAction) {
      press({ kind: 'send', action: { type: 'Action.Submit', data: dataOf(action.data) } })
    }
  }
  const element = card.render()
  for (const event of ['click', 'input', 'change']) {
    // After the library, which stops these events where they happen.
    element?.addEventListener(event, () => setTimeout(markInvalid, 0, element), { capture: true })
  }
  return element
}

/** The library shows a missing answer by a class; a screen reader needs it said. */
function markInvalid(element: HTMLElement) {
  for (const input of element.querySelectorAll('.ac-input')) {
    if (input.classList.contains('ac-input-validation-failed')) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
  }
}

const dataOf = (data: object | undefined): Readonly<Record<string, unknown>> => ({ ...data })
