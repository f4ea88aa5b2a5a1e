import type { Day } from '#core/calendar/day.ts'
import type { PostId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'

import type { Trx } from './database.ts'

/** One transaction of one person, today. */
export type Seen = { readonly trx: Trx; readonly actor: Actor; readonly today: Day }

/** Who holds a post, in words. */
export type Names = (post: PostId) => string
