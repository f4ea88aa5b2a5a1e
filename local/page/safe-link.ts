/** The address if a browser may follow it, else undefined: nothing but http, https and tel. */
export function safeLink(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address, location.origin)) return undefined
  const url = new URL(address, location.origin)
  return ['http:', 'https:', 'tel:'].includes(url.protocol) ? url : undefined
}

/** Opens what a card's button names: our own pages in this window, others in a new one. */
export function follow(address: string | undefined): void {
  const url = safeLink(address)
  if (url === undefined) return
  if (url.origin === location.origin || url.protocol === 'tel:') location.assign(url)
  else window.open(url, '_blank', 'noopener,noreferrer')
}
