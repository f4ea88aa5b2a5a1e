import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'

import type { Measure } from '#core/measure.ts'

import { retryAfterOf } from '../client/fault.ts'

/** Where Entra does not say for how long. */
const SILENT_MS = 60_000

export type EntraRoad = {
  readonly network: INetworkModule
  /** Entra asked for silence until then; 0 when it did not. */
  readonly silentUntil: () => number
}

/** MSAL's way out, with a deadline, and with an eye on what Entra asks for: MSAL keeps that to itself. */
export function openEntraRoad(
  deadlineMs: number,
  realNow: () => number,
  measure: Measure = () => {},
): EntraRoad {
  let silentUntil = 0

  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    // Tokens that MSAL still has are given out meanwhile: they do not come this way.
    if (silentUntil > realNow()) throw new Error('Entra asked for silence')
    const route = options.body?.includes('grant_type=client_credentials') ? 'token' : 'token for a person'
    const response = await fetch(url, {
      method,
      headers: options.headers ?? {},
      ...(options.body !== undefined && { body: options.body }),
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    }).catch((error: unknown) => {
      measure({ service: 'entra', route, status: undefined })
      throw error
    })
    measure({ service: 'entra', route, status: response.status })
    if (response.status === 429) {
      silentUntil = realNow() + (retryAfterOf(response.headers, realNow()) ?? SILENT_MS)
    }
    // MSAL would refuse itself every token for a minute after a single 500.
    if (response.status === 429 || response.status >= 500) throw new Error('Entra is away')
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
      status: response.status,
    }
  }

  return {
    network: {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
    silentUntil: () => silentUntil,
  }
}
