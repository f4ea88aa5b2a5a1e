declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type PersonId = Branded<'person'>
export type AgencyId = Branded<'agency'>
export type PostId = Branded<'post'>
export type RoundId = Branded<'round'>
export type ReplyId = Branded<'reply'>
export type CaseId = Branded<'case'>
export type ReturnId = Branded<'return'>
export type EntryId = Branded<'entry'>
export type CollationId = Branded<'collation'>
export type FormId = Branded<'form'>
export type EscalationId = Branded<'escalation'>
export type ActionId = Branded<'action'>
export type IncidentId = Branded<'incident'>
export type TalkId = Branded<'talk'>
export type DutyId = Branded<'duty'>
export type MessageId = Branded<'message'>

/** Random ids are made by a port: no decision makes one. */
export interface Ids {
  next<Id extends Branded<string>>(): Id
}
