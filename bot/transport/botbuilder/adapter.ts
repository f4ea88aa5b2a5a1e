import { CloudAdapter, type TurnContext } from 'botbuilder'
import type { AuthenticateRequestResult } from 'botframework-connector'
import type { Activity, InvokeResponse } from 'botframework-schema'

/**
 * CloudAdapter with its turn opened to a request that is authenticated already: `process()` would mix
 * failures of authentication with faults of ours, and write both to the console.
 */
export class TurnAdapter extends CloudAdapter {
  turn(
    authentic: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authentic, activity, logic)
  }
}
