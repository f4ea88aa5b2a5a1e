/** What Teams opens in a window of its own, so that Entra can ask the person for consent. */
export const FOR_CONSENT = '/sign-in?for=teams'

/** Whether this is that window. */
export function isForTeams(): boolean {
  return new URLSearchParams(window.location.search).get('for') === 'teams'
}
