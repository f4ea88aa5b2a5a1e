import type { ReturnContent, ReturnView } from '#core/returns/views.ts'

import { routes } from '../../routes.ts'

/** A return as its pages show it. */
export type Shown = { readonly of: ReturnView; readonly content: ReturnContent }

export const stepOf = (of: Pick<ReturnView, 'id'>, step: string, at = '') =>
  `${routes.return(of.id)}?step=${step}${at && `&at=${encodeURIComponent(at)}`}`

/** From a page of the return back to its list of tasks. */
export const upTo = (of: Pick<ReturnView, 'id' | 'reference'>) =>
  ({ to: routes.return(of.id), name: `Return for ${of.reference}` }) as const

/** To change what was sent one has to ring: there is nobody to press a button for it. */
export const HAVE_IT_BACK = 'To change it, ask to have it back.'
