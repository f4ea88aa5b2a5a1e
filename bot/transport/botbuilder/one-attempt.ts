import type { ConnectorClient } from 'botframework-connector'

type OutgoingRequest = { abortSignal?: AbortSignal }
type Send = (request: OutgoingRequest) => Promise<unknown>
type Policy = {
  readonly name: string
  sendRequest(request: OutgoingRequest, next: Send): Promise<unknown>
}
type Pipeline = {
  removePolicy(which: { name: string }): readonly { name: string }[]
  addPolicy(policy: Policy, order: { beforePolicies: string[] }): void
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

/** The client keeps its pipeline to itself; `tryOnce` fails loudly should it ever move. */
function pipelineOf(client: ConnectorClient): Pipeline {
  return (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client.pipeline
}
