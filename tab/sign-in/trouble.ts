/** Why somebody cannot go on; each has a screen that says what to do. */
export type Why = (typeof WHYS)[number]
const WHYS = [
  'consent-missing',
  'step-required',
  'cancelled',
  'signed-out',
  'token-refused',
  'not-allowed',
  'wrong-organisation',
  'unknown-person',
  'access-ended',
  'anonymous',
  'teams-silent',
  'not-reachable',
] as const

export type Trouble = {
  readonly why: Why
  /** What Entra wants fulfilled, as it said it: handed back with the next attempt. */
  readonly claims?: string
  /** For whoever looks after sign-in: AADSTS65001. Names nobody. */
  readonly code?: string
  /** The server's own words. */
  readonly detail?: string
}

/** Thrown by whatever gives tokens. */
export class SignInTrouble extends Error {
  override readonly name = 'SignInTrouble'
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.why)
    this.trouble = trouble
  }
}

/** Whoever has no access any more, or never had, keeps nothing on the screen. */
export function endsAccess(why: Why): boolean {
  return ENDS.includes(why)
}

const ENDS: readonly Why[] = ['wrong-organisation', 'unknown-person', 'access-ended', 'anonymous']

/** What Teams or Entra said, as one of ours. Codes of Entra say more than the word around them. */
export function troubleOf(reason: string, claims?: string): Trouble {
  const code = /AADSTS\d{5,7}/.exec(reason)?.[0] ?? /^\w{3,40}$/.exec(reason)?.[0]
  return { why: whyOf(reason), ...(code && { code }), ...(claims && { claims }) }
}

function whyOf(reason: string): Why {
  // What a window of ours says when it closes.
  const own = WHYS.find((why) => why === reason)
  return own ?? REASONS.find(([said]) => said.test(reason))?.[1] ?? 'token-refused'
}

const REASONS: readonly (readonly [RegExp, Why])[] = [
  [/AADSTS(?:50020|50034|90072|500200|700005)\b/, 'wrong-organisation'],
  [/AADSTS(?:65001|65004|90094|90093|700016)\b/, 'consent-missing'],
  [/AADSTS(?:50072|50074|50076|50079|50129|50158|5300\d|530\d{3})\b/, 'step-required'],
  [/AADSTS(?:50058|50078|50132|50133|50144|50173|70000|70008|70043|700082|700084)\b/, 'signed-out'],
  [/AADSTS(?:50057|50105)\b/, 'not-allowed'],
  [/cancel|FailedToOpenWindow|access_denied/i, 'cancelled'],
  [/RequiresMfa|interaction_required|UiRequired|native_account_unavailable/i, 'step-required'],
  [/RequiresConsent|consent_required|unauthorized_client/i, 'consent-missing'],
  // The word stands around every number of Entra: alone it is Teams' word for consent.
  [/^(?![^]*AADSTS)[^]*invalid_grant/i, 'consent-missing'],
  [
    /login_required|tokenRevoked|no_tokens_found|no_account|refresh_token_expired|token_refresh_required|bad_token|user_login/i,
    'signed-out',
  ],
  [
    /time-?d? ?out|network|fetch|endpoints_resolution|openid_config|server_error|unavailable|\b50[234]\b/i,
    'not-reachable',
  ],
]
