import type { ConnectorClient } from 'botframework-connector'

type OutgoingRequest = { abortSignal?: AbortSignal }
type Send = (request: OutgoingRequest) => Promise<unknown>
type Policy = {
  readonly name: string
  sendRequest(request: OutgoingRequest, next: Send): Promise<unknown>
}
type Pipeline = {
  removePolicy(which: { name: string }): readonly { name: string }[]
  addPolicy(policy: Policy, order: { beforePolicies?: string[]; afterPolicies?: string[] }): void
}

const signing = 'ServiceClientContext_Credentials_SignRequest'

/**
 * Makes a connector client try once, for at most `deadlineMs`: botbuilder would send a message up to four
 * times when only the answer was lost, and wait for ever when none comes. Redirects are not followed: they
 * would lead round the list of allowed service URLs. Throws when the client isn't built as expected.
 */
export function tryOnce(client: ConnectorClient, deadlineMs: number): ConnectorClient {
  const pipeline = pipelineOf(client)
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) {
    if (pipeline.removePolicy({ name }).length !== 1) throw new Error(`The connector client has no ${name}`)
  }
  const deadline: Policy = {
    name: 'deadline',
    sendRequest(request, next) {
      request.abortSignal = AbortSignal.timeout(deadlineMs)
      return next(request)
    },
  }
  pipeline.addPolicy(deadline, { beforePolicies: [signing] })
  return client
}

/** Nothing was sent: the time in which it might leave had passed. */
export class DidNotLeave extends Error {
  override readonly name = 'DidNotLeave'
}

/** Asks once more when the request is signed and nothing but the network is left to wait for. */
export function lookLast(client: ConnectorClient, mayLeave: () => boolean): void {
  const policy: Policy = {
    name: 'last-look',
    sendRequest: (request, next) => (mayLeave() ? next(request) : Promise.reject(new DidNotLeave())),
  }
  pipelineOf(client).addPolicy(policy, { afterPolicies: [signing] })
}

/** The client keeps its pipeline to itself; `tryOnce` fails loudly should it ever move. */
function pipelineOf(client: ConnectorClient): Pipeline {
  return (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client.pipeline
}
