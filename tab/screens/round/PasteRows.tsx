import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { parsePastedList } from '#core/round/pasted-list.ts'
import type { Column, PastedList, WrittenCase } from '#core/round/pasted-list.ts'

import { useMe } from '../../me.ts'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useRoundStyles } from './Rounds.styles.ts'

type Props = {
  /** How many the list still takes. */
  readonly wanted: number
  readonly onRead: (cases: readonly WrittenCase[]) => void
}

/** Rows from a spreadsheet: what can be read goes into the list, what cannot is named by row and column. */
export function PasteRows({ wanted, onRead }: Props) {
  const { today } = useMe()
  const styles = useRoundStyles()
  const [text, setText] = useState('')
  const [read, setRead] = useState<PastedList & { readonly isTooLong: boolean }>()
  const [tries, setTries] = useState(0)
  const readRows = () => {
    const list = parsePastedList(text, today)
    const isTooLong = list.cases.length > wanted
    setTries(tries + 1)
    setRead({ ...list, isTooLong })
    if (list.problems.length > 0 || isTooLong || list.cases.length === 0) return
    onRead(list.cases)
    setText('')
  }
  return (
    <>
      <Said read={read} wanted={wanted} key={tries} />
      <TextField
        id="pasted-rows"
        label="Rows of your spreadsheet"
        hint={HINT}
        rows={4}
        value={text}
        onChange={setText}
      />
      <div className={styles.acts}>
        <Button onClick={readRows} disabledFocusable={text.trim() === ''}>
          Read the rows
        </Button>
      </div>
    </>
  )
}

const HINT =
  'Four columns: child’s name, date of birth (3/2/2014, or "unborn"), where the case stands (such as child in need), adults as: name (mother, lives with); name (father). A row of headings is fine.'

function Said({
  read,
  wanted,
}: {
  readonly read: (PastedList & { isTooLong: boolean }) | undefined
  readonly wanted: number
}) {
  if (!read) return <Status />
  const { cases, problems, isTooLong } = read
  if (problems.length > 0)
    return (
      <Notice kind="trouble" title="Some rows cannot be read. Nothing was added." takesFocus>
        <ul>
          {[...Map.groupBy(problems, ({ column, says }) => `${COLUMNS[column]}: ${says}`)].map(
            ([what, of]) => (
              <li key={what}>
                {rowsInWords(of.map(({ row }) => row))}, {what}
              </li>
            ),
          )}
        </ul>
        <p>Correct them below and read the rows again.</p>
      </Notice>
    )
  if (isTooLong)
    return (
      <Notice
        kind="trouble"
        title={`The list takes ${wanted} more. These are ${cases.length} rows.`}
        takesFocus
      >
        <p>Nothing was added. Take some rows out and read them again.</p>
      </Notice>
    )
  return (
    <Status>
      <Notice kind={cases.length > 0 ? 'done' : 'news'} title={addedWords(cases.length)} />
    </Status>
  )
}

/** "Row 4", "Rows 1 to 3 and 5 to 20". */
function rowsInWords(rows: readonly number[]): string {
  const first = rows.filter((row) => !rows.includes(row - 1))
  const last = rows.filter((row) => !rows.includes(row + 1))
  const runs = first.map((from, place) => (from === last[place] ? `${from}` : `${from} to ${last[place]}`))
  return `${rows.length === 1 ? 'Row' : 'Rows'} ${LISTED.format(runs)}`
}

const LISTED = new Intl.ListFormat('en-GB')

function addedWords(count: number): string {
  if (count === 0) return 'There was no row to read.'
  return count === 1
    ? 'One child was added to the list below.'
    : `${count} children were added to the list below.`
}

const COLUMNS: Readonly<Record<Column, string>> = {
  name: 'child’s name',
  born: 'date of birth',
  threshold: 'where the case stands',
  adults: 'adults',
}
