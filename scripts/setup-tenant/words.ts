import { AFTER_THE_TOKEN } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Looked } from './look.ts'
import { STEPS } from './steps.ts'

const WIDTH = 100
const STATES: Readonly<Record<Finding['state'], string>> = {
  ok: 'ok             ',
  'to do': 'to do          ',
  'could not check': 'could not check',
}

/** One line of the table, and below it what the line is for. */
export function lineOf({ check, finding }: Looked): string {
  const place = `${String(check.step).padStart(2)}  ${STATES[finding.state]}  ${check.title}`
  return [place, ...wrapped(check.explains), ...wrapped(`> ${finding.found}`)].join('\n')
}

export const HEADING = 'step  state          what was looked at (nothing is changed)'

/** What is left to do, in the order of the steps, each with its next command; then the count. */
export function ending(all: readonly Looked[]): string {
  const open = all.filter(({ finding }) => finding.state !== 'ok')
  const lines = open.flatMap(({ check, finding }) =>
    finding.state === 'ok' || finding.next === AFTER_THE_TOKEN
      ? []
      : [
          `Step ${check.step}, ${titleOf(check.step)} (${finding.state}): ${check.title}`,
          `    ${finding.next}`,
        ],
  )
  const count = (state: Finding['state']): number =>
    all.filter(({ finding }) => finding.state === state).length
  return [
    ...(lines.length === 0 ? ['Nothing is left to do.'] : ['Next:', ...lines]),
    '',
    `${count('ok')} ok, ${count('to do')} to do, ${count('could not check')} could not be checked`,
  ].join('\n')
}

function titleOf(step: number): string {
  const found = STEPS.find(({ number }) => number === step)
  return found ? `${found.title} (${found.who})` : ''
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH - 21) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((each) => `${' '.repeat(21)}${each}`)
}
