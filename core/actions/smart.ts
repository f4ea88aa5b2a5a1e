/** One of the sources' five words, and the hint when the text does not show it yet (OLD-84, LEH-33). */
export type SmartHint = {
  readonly word: 'Specific' | 'Measurable' | 'Achievable' | 'Realistic' | 'Timed'
  readonly met: boolean
  readonly hint: string
}

type Draft = { readonly what: string; readonly help: string; readonly owner: string; readonly due: string }

const VAGUE =
  /\b(continue|improve|ensure|consider|review|engage|engagement|better|raise awareness|be aware|understand|appropriately|timely|work together)\b/i
const EVERYONE = /\b(all|partners|agencies|practitioners|everyone|staff)\b/i
const COUNTED =
  /\d|\b(each|every|both|shows|weekly|monthly|recorded|seen|told|sent|agreed|written|shared|within|before|by)\b/i

/** Hints while the action is written: they never block the panel, they say what is missing. */
export function smartHints({ what, help, owner, due }: Draft): readonly SmartHint[] {
  const written = what.trim().split(/\s+/).filter(Boolean).length
  return [
    {
      word: 'Specific',
      met: written >= 4 && !VAGUE.test(what),
      hint: 'Say what someone will do, with a verb that you could watch: "see", "tell", "send", not "improve".',
    },
    {
      word: 'Measurable',
      met: help.trim().length >= 10 && COUNTED.test(`${what} ${help}`),
      hint: 'Say how we will know that it helped: what will be seen, counted or said.',
    },
    {
      word: 'Achievable',
      met: owner !== '' && !EVERYONE.test(what),
      hint: 'One post can do it. If several agencies have to, record one action for each.',
    },
    {
      word: 'Realistic',
      met: written > 0 && !/\b(always|never again|immediately|at all times|any)\b/i.test(what),
      hint: 'Ask for what can be done with the people and the days that there are.',
    },
    { word: 'Timed', met: due !== '', hint: 'Give a day.' },
  ]
}
