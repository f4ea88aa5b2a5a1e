declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type PersonId = Branded<'person'>
export type AgencyId = Branded<'agency'>
export type PostId = Branded<'post'>
export type CaseId = Branded<'case'>
export type ActionId = Branded<'action'>
export type DutyId = Branded<'duty'>
export type MessageId = Branded<'message'>

/** Random ids are made by a port: no decision makes one. */
export interface Ids {
  action(): ActionId
}
