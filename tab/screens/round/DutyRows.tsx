import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { DutyItem } from '#core/duties/views.ts'
import { owedInWords } from '#core/duties/words.ts'
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
  /** What the person may do in the round. */
  readonly may: RoundView['may']
}

/** So many stand on the page before all are asked for. */
const FIRST = 8

/** Who owes what, by its day. */
export function DutyRows({ title, shape, items, may }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <>
      <Rows level={3} title={title} shape={shape} count={items.length}>
        {shown.map((item) => (
          <Row
            key={item.duty}
            number={item.number}
            reference={item.reference}
            what={owedInWords(item.kind, item.what)}
            who={item.owes}
            due={<Due day={item.due} />}
            state={{ word: item.daysLate > 0 ? 'Late' : 'Owed', shape }}
            to={placeOf(item, may)}
          />
        ))}
      </Rows>
      {items.length > FIRST && (
        <Button onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${items.length}`}
        </Button>
      )}
    </>
  )
}

/** Where a duty is done: an action in its drawer, an act of the round on its own page. */
function placeOf({ kind, number, subject, path }: DutyItem, may: RoundView['may']): string {
  if (number) return routes.action(subject)
  if (kind === 'send-long-list' && may.send) return routes.sendList(subject)
  if (kind === 'select-cases' && may.choose) return routes.choose(subject)
  const isRelease = kind === 'release-to-qa' || kind === 'release-to-panel'
  return isRelease && may.grid ? routes.grid(subject) : path
}
