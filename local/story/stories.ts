import { neglect } from './neglect/neglect.ts'
import type { Story } from './story.ts'
import { thread } from './thread/exampleshire.ts'

/** The examples with which local mode can start: a whole round, or one action's thread for fast tests. */
export const stories = { neglect, thread } as const satisfies Readonly<Record<string, Story>>

export type Example = keyof typeof stories
