import type { DutyKind } from '#core/duties/duty.ts'
import type { DutyItem } from '#core/duties/views.ts'
import { DUTY_ASKS, DUTY_WORDS, isAboutAction } from '#core/duties/words.ts'
import type { RoundView } from '#core/round/views.ts'

import { Due } from '../../parts/Due.tsx'
import { Row } from '../../parts/Row.tsx'
import { Rows } from '../../parts/Rows.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { routes } from '../../routes.ts'

type Props = {
  readonly title: string
  readonly shape: ShapeName
  readonly items: readonly DutyItem[]
  /** How many there are; the first are shown. */
  readonly count: number
  /** What the person may do in the round. */
  readonly may: RoundView['may']
}

/** Who owes what, by its day. */
export function DutyRows({ title, shape, items, count, may }: Props) {
  return (
    <Rows level={3} title={title} shape={shape} count={count}>
      {items.map((item) => (
        <Row
          key={item.duty}
          number={item.number}
          reference={item.reference}
          what={item.what || whatIsOwed(item.kind)}
          who={item.owes}
          due={<Due day={item.due} />}
          state={{ word: item.daysLate > 0 ? 'Late' : 'Owed', shape }}
          to={placeOf(item, may)}
        />
      ))}
    </Rows>
  )
}

/** What somebody else owes, in the words of a list: "The receipt of the long list". */
function whatIsOwed(kind: DutyKind): string {
  if (isAboutAction(kind)) return DUTY_ASKS[kind]
  if (kind === 'say-involvement') return 'The agency’s involvement'
  const { thing } = DUTY_WORDS[kind]
  return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`
}

/** Where a duty is done: an action in its drawer, an act of the round on its own page. */
function placeOf({ kind, number, subject, path }: DutyItem, may: RoundView['may']): string {
  if (number) return routes.action(subject)
  if (kind === 'send-long-list' && may.send) return routes.sendList(subject)
  if (kind === 'select-cases' && may.choose) return routes.choose(subject)
  const isRelease = kind === 'release-to-qa' || kind === 'release-to-panel'
  return isRelease && may.grid ? routes.grid(subject) : path
}
