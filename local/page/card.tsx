import { useLayoutEffect, useRef, useState } from 'react'

import type { CardJson } from './page-data.ts'
import { renderCard } from './render-card.ts'
import type { CardPress } from './render-card.ts'

/**
 * One version of a card, drawn once: give it a `key` per version, so that what was typed stays until there is
 * another card. While `sending`, its buttons do nothing and say so.
 */
export function Card(props: {
  readonly card: CardJson
  readonly sending: boolean
  readonly onPress: (press: CardPress) => void
}) {
  const { sending, onPress } = props
  const [card] = useState(props.card)
  const host = useRef<HTMLDivElement>(null)
  const press = useRef(onPress)
  const [drawn, setDrawn] = useState(true)

  useLayoutEffect(() => {
    press.current = sending ? () => undefined : onPress
    for (const button of host.current?.querySelectorAll('button') ?? []) {
      if (sending) button.setAttribute('aria-disabled', 'true')
      else button.removeAttribute('aria-disabled')
    }
  }, [sending, onPress])

  useLayoutEffect(() => {
    const element = renderCard(card, (chosen) => press.current(chosen))
    host.current?.replaceChildren(...(element === undefined ? [] : [element]))
    setDrawn(element !== undefined)
  }, [card])

  return (
    <div className="card" aria-busy={sending}>
      <div ref={host} />
      {!drawn && <p className="card-plain">{plainText(card)}</p>}
    </div>
  )
}

const plainText = (card: CardJson) =>
  typeof card['fallbackText'] === 'string' ? card['fallbackText'] : 'This card can’t be shown here.'
