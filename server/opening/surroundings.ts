import type { Hono } from 'hono'

import type { BotbuilderSettings } from '#bot/transport/botbuilder/settings.ts'
import type { Documents } from '#core/documents/documents.ts'
import type { Measure } from '#core/measure.ts'
import type { Meetings } from '#core/meetings/meetings.ts'
import type { Directory } from '#core/people/directory.ts'
import type { Installer } from '#core/people/installer.ts'
import type { InvitationRoad } from '#core/people/invitation-mail.ts'
import type { Identify, SignIn, SignInAs } from '#core/people/sign-in.ts'
import type { LetterRoad } from '#core/prompts/letter.ts'
import type { Copies } from '#store/copies.ts'
import type { Running } from '#store/running.ts'

import type { Log } from '../log.ts'
import type { Work } from '../work/work.ts'

/** Who the bot is, what proves it, and who may come in: the part of the transport's settings that a mode decides. */
export type BotIdentity = Pick<
  BotbuilderSettings,
  | 'appId'
  | 'tenantId'
  | 'appType'
  | 'outgoing'
  | 'allowedServiceUrls'
  | 'openIdMetadataUrl'
  | 'issuer'
  | 'anonymous'
>

/** What is around the house in one mode: this machine, or Microsoft 365. The house itself knows neither. */
export type Surroundings = {
  readonly running: Running
  readonly copies: Pick<Copies, 'maySend'>
  /** The address on which it listens. */
  readonly host: string
  readonly signIn: SignIn
  readonly signInAs: SignInAs
  readonly identify?: Identify
  readonly mail: LetterRoad & InvitationRoad
  readonly meetings: Meetings
  readonly documents: Documents
  readonly directory?: Directory
  /** Puts the app before somebody whom the bot cannot reach yet. */
  readonly installer?: Installer
  /** Where Teams takes messages for somebody whose chat is not known yet. */
  readonly firstContact?: string
  readonly bot: BotIdentity
  /** Whether the other side has the limits of Teams. */
  readonly hasLimits: boolean
  readonly auditKey: string
  /** What only one machine has: its routes, and an example to begin with. */
  readonly local?: {
    routes(work: Work): Hono
    begin(): Promise<void>
    close(): void
  }
}

/** What a mode is given to open its surroundings with. */
export type Tools = {
  readonly realNow: () => number
  readonly log: Log
  readonly measure: Measure
  /** How many processes of the cell are up: they share the limits outside. */
  readonly processes: () => number
  /** Told to whoever started the process. */
  readonly say: (words: string) => void
}
