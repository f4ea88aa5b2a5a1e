/** One call to a service outside as it is counted: never whose it was or what it was about. */
export type OutsideCall = {
  readonly service: 'graph' | 'entra' | 'connector'
  /** The template of its address, such as `POST /users/{id}/events`; never an address with what stands in it. */
  readonly route: string
  /** The status of the answer; undefined when none came. */
  readonly status: number | undefined
  /** For how long the service asked for silence. */
  readonly retryAfterMs?: number
}

/** Told when a call has ended. Never throws. */
export type Measure = (call: OutsideCall) => void
