import { navigate } from 'wouter/use-browser-location'

/** The tab's own addresses; what comes from outside must be one of them. */
export const routes = {
  home: '/',
  signIn: '/sign-in',
  actions: '/actions',
  newAction: '/actions/new',
  action: (id: string) => `/actions/${encodeURIComponent(id)}`,
  answer: (duty: string) => `/answer/${encodeURIComponent(duty)}`,
} as const

const OWN = /^\/(?:actions(?:\/[\w-]+)?|answer\/[\w-]+|sign-in)?(?:\?[\w=&%.,+-]*)?$/
/** Local mode's other pages, served beside the tab. */
const BESIDE = /^\/(?:chat|mailbox)(?:\?[\w=&%.,+-]*)?$/

/** Whether a path that came from outside (a link, Teams, an address) is one of the tab's own. */
export function isOwn(path: string): boolean {
  return OWN.test(path)
}

/** Goes to a path that came from outside: the tab's own, a page beside it, else Home. */
export function go(path: string): void {
  if (BESIDE.test(path)) window.location.assign(path)
  else navigate(isOwn(path) ? path : routes.home)
}

/** Goes to sign-in, and afterwards back to where the person is now. */
export function goToSignIn(): void {
  const { pathname, search } = window.location
  if (pathname === routes.signIn) return
  const then = `${pathname}${search}`
  navigate(`${routes.signIn}?then=${encodeURIComponent(then)}`, { replace: true })
}
