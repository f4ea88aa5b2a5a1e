import type { AppToken } from './app-token.ts'
import type { Answer, Request } from './ask.ts'
import type { Finding } from './finding.ts'
import type { Settings } from './settings.ts'
import type { StepNumber } from './steps.ts'

/** What a check may look at. `graph` asks as the application, `admin` as the administrator who runs it. */
export type World = {
  readonly settings: Settings
  readonly app: AppToken
  graph(path: string): Promise<Answer>
  admin(path: string): Promise<Answer>
  web(url: string, request?: Request): Promise<Answer>
}

/** One thing that can be looked at without changing anything. */
export type Check = {
  readonly step: StepNumber
  readonly title: string
  /** What it is for, in plain English, for somebody who has not read the pages. */
  readonly explains: string
  look(world: World): Promise<Finding>
}
