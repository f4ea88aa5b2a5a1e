import type { Around } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'

/** The verbs of our cards. `look`, `list` and `help` only read; `answer` and `raise` change something. */
export type Verb = 'look' | 'list' | 'help' | 'answer' | 'raise'

/** Card data is only a pointer: who pressed is asked of the channel, what is allowed of the rulebook. */
export type CardData = {
  readonly duty?: string
  readonly number?: number
  readonly form?: string
  readonly deed?: string
}

type Element = Readonly<Record<string, unknown>>

/** Every card has this shape: heading, sentences, who helps, the answer (look.md). */
export function card(parts: {
  readonly heading: string
  readonly body: readonly Element[]
  readonly around: Around
  readonly actions: readonly Element[]
  readonly refresh?: Element
}): CardJson {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    lang: 'en',
    fallbackText: parts.heading,
    ...(parts.refresh && { refresh: { action: parts.refresh } }),
    body: [
      {
        type: 'TextBlock',
        text: plain(parts.heading),
        style: 'heading',
        size: 'medium',
        weight: 'bolder',
        wrap: true,
      },
      ...parts.body,
      {
        type: 'TextBlock',
        text: plain(parts.around.help),
        size: 'small',
        isSubtle: true,
        wrap: true,
        spacing: 'medium',
      },
      ...(parts.actions.length > 0 ? [{ type: 'ActionSet', spacing: 'medium', actions: parts.actions }] : []),
    ],
  }
}

/** "Case N-08, A2", or the reference alone when it is about the whole of it. */
export function numbered(about: string, number: string): string {
  return number === '' ? about : `${about}, ${number}`
}

export function sentence(text: string): Element {
  return { type: 'TextBlock', text: plain(text), wrap: true, spacing: 'small' }
}

/** The name of what stands below it. */
export function subheading(text: string): Element {
  return { type: 'TextBlock', text: plain(text), weight: 'bolder', wrap: true, spacing: 'medium' }
}

export function quiet(text: string): Element {
  return { type: 'TextBlock', text: plain(text), wrap: true, size: 'small', isSubtle: true, spacing: 'small' }
}

/** A question with its own label and error: what is typed is stored by us, and the card is replaced. */
export function textInput(id: string, label: string, error: string): Element {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline: true,
    isRequired: true,
    errorMessage: error,
    maxLength: 2000,
  }
}

export function execute(
  title: string,
  verb: Verb,
  data: CardData,
  style?: 'positive' | { readonly inputs: 'none' },
): Element {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...(style === 'positive' && { style }),
    ...(typeof style === 'object' && { associatedInputs: 'none' }),
    fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
  }
}

/** The refresh of a card: Teams asks again when it is opened, and shows what is true then. */
export function refreshOf(verb: 'look' | 'list', data: CardData): Element {
  return { type: 'Action.Execute', title: 'Refresh', verb, data }
}

export function open(around: Around, path: string, title = 'Open'): Element {
  return { type: 'Action.OpenUrl', title, url: `${around.home}${path}` }
}

/**
 * A TextBlock reads a little Markdown and some macros: a text that people typed must stay text (T11). A
 * zero-width space after the marks keeps them visible and dead; signs that turn the writing round are dropped.
 */
function plain(text: string): string {
  return text
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/([[\]<>{*_`#~])/g, '$1\u200B')
    .replaceAll(/^(\s*)([-+]|\d+[.)])(\s)/gm, '$1$2\u200B$3')
}
