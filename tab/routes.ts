import { navigate } from 'wouter/use-browser-location'

/** The tab's own addresses; what comes from outside must be one of them. */
export const routes = {
  home: '/',
  signIn: '/sign-in',
  /** Teams' own page of settings, where somebody adds the tab to a channel or meeting. */
  configure: '/configure',
  /** In a meeting: the panel day of the round that the meeting is about. */
  present: '/present',
  actions: '/actions',
  newAction: '/actions/new',
  importActions: '/actions/import',
  action: (id: string) => `/actions/${encodeURIComponent(id)}`,
  round: (id: string) => `/rounds/${encodeURIComponent(id)}`,
  choose: (round: string) => `/rounds/${encodeURIComponent(round)}/choose`,
  rounds: '/rounds',
  newRound: '/rounds/new',
  bankHolidays: '/rounds/calendar',
  setUp: (round: string) => `/rounds/${encodeURIComponent(round)}/set-up`,
  approval: (round: string) => `/rounds/${encodeURIComponent(round)}/approval`,
  closeRound: (round: string) => `/rounds/${encodeURIComponent(round)}/close`,
  longList: (round: string) => `/rounds/${encodeURIComponent(round)}/list`,
  sendList: (round: string) => `/rounds/${encodeURIComponent(round)}/send`,
  grid: (round: string) => `/rounds/${encodeURIComponent(round)}/grid`,
  pack: (round: string) => `/rounds/${encodeURIComponent(round)}/pack`,
  panel: (round: string) => `/rounds/${encodeURIComponent(round)}/panel`,
  chronology: (id: string) => `/cases/${encodeURIComponent(id)}/chronology`,
  case: (id: string) => `/cases/${encodeURIComponent(id)}`,
  form: (id: string) => `/forms/${encodeURIComponent(id)}`,
  team: '/team',
  sheet: (worker: string) => `/team/${encodeURIComponent(worker)}`,
  talks: '/talks',
  monitor: '/monitor',
  agency: '/agency',
  escalations: '/escalations',
  newEscalation: '/escalations/new',
  escalationSettings: '/escalations/settings',
  escalation: (id: string) => `/escalations/${encodeURIComponent(id)}`,
  /** The first run: the partnership with its agencies, people and calendar. */
  firstRun: '/set-up',
  people: '/people',
  takenOver: '/people/taken-over',
  undelivered: '/people/undelivered',
  post: (id: string) => `/people/posts/${encodeURIComponent(id)}`,
  leave: (person: string) => `/people/${encodeURIComponent(person)}/leave`,
  access: (person: string) => `/people/${encodeURIComponent(person)}/access`,
  away: (person: string) => `/people/${encodeURIComponent(person)}/away`,
  me: '/me',
  prompts: '/settings/prompts',
  find: '/find',
  incidents: '/incidents',
  withdraw: (about: string) => `/incidents/about/${encodeURIComponent(about)}`,
  incident: (id: string) => `/incidents/${encodeURIComponent(id)}`,
  answer: (duty: string) => `/answer/${encodeURIComponent(duty)}`,
  return: (id: string) => `/returns/${encodeURIComponent(id)}`,
  collation: (id: string) => `/collations/${encodeURIComponent(id)}`,
} as const

const OWN =
  /^\/(?:actions(?:\/[\w-]+)?|escalations(?:\/[\w-]+)?|answer\/[\w-]+|sign-in|present|set-up|join\/[\w-]+|rounds(?:\/[\w-]+(?:\/[\w-]+)?)?|(?:involvement|returns|collations|forms)\/[\w-]+|cases\/[\w-]+(?:\/chronology)?|team(?:\/[\w-]+)?|talks|monitor|agency|me|settings\/prompts|find|people(?:\/[\w-]+(?:\/[\w-]+)?)?|incidents(?:\/[\w-]+(?:\/[\w-]+)?)?)?(?:\?[\w=&%.,+-]*)?$/
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
