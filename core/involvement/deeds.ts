/** What an agency does about the long list. */
export type ReplyDeed = 'confirmed-receipt' | 'said-involvement' | 'ended-asking'
