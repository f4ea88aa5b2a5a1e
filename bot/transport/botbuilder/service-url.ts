/**
 * Whether a service URL lies under one of the allowed prefixes: same origin, and a path below the prefix's.
 * Compared as parsed addresses, so that neither `host.evil.example`, `host@evil.example` nor `..` slips by.
 */
export function isAllowedServiceUrl(serviceUrl: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const url = new URL(serviceUrl)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false
  return allowed.some((prefix) => {
    const { origin, pathname } = new URL(prefix)
    return url.origin === origin && withSlash(url.pathname).startsWith(withSlash(pathname))
  })
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}
