import { AREA_NAMES, AREAS } from '#core/escalation/areas.ts'
import type { EscalationOptions } from '#core/escalation/views.ts'
import { escalationReceiptOf, IN_DANGER } from '#core/escalation/words.ts'
import type { Around } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { card, execute, open, quiet, sentence, textInput } from './parts.ts'

const PAGE = '/escalations/new'

/** What to do in immediate danger, by area: nothing is stored, nobody is told, no clock starts (X5). */
export function dangerCard(around: Around): CardJson {
  return card({
    heading: IN_DANGER.title,
    body: [sentence(IN_DANGER.detail), ...around.danger.map(sentence)],
    around,
    actions: [execute('Nobody is in danger now', 'raise', { form: 'concern' })],
  })
}

type Options = Pick<EscalationOptions, 'mine' | 'others' | 'references'>

/** Teams shows no card of more than 28 KB. */
const MOST = 60

/** A concern in a minute. What is typed is stored by us, and the card is replaced. */
export function raiseForm({ mine, others, references }: Options, around: Around): CardJson {
  return card({
    heading: 'Raise a concern: what worries you',
    body: [
      textInput('concern', 'What worries you? Do not name the child.', 'Say what worries you.'),
      choice('about', 'What is it about?', 'Choose what it is about.', AREA_NAMES.map(areaChoice)),
      ...(references.length > 0
        ? [choice('reference', 'Which case?', undefined, [NO_CASE, ...references.map(same)], NO_CASE.value)]
        : []),
      ...(mine.length > 1
        ? [
            choice(
              'raiser',
              'As whom do you raise it?',
              'Choose as whom.',
              mine.slice(0, MOST).map(postChoice),
            ),
          ]
        : []),
      choice(
        'addressee',
        'Who should hear it?',
        'Choose whom to ask.',
        others.slice(0, MOST).map(postChoice),
      ),
      ...(others.length > MOST ? [quiet('Somebody else? Raise it on a page.')] : []),
      textInput(
        'interimSafety',
        'How is the child kept safe until this is settled?',
        'Say how the child is kept safe until this is settled.',
      ),
      { type: 'Input.Date', id: 'due', label: 'An answer is needed by (if the child cannot wait)' },
      quiet(
        'Without a day, the day of the procedure counts. Read by those you ask and the partnership. Do not name the child or the family.',
      ),
    ],
    around,
    actions: [
      execute('Raise it and tell them', 'raise', { form: 'send' }, 'positive'),
      execute('A child is in danger now', 'raise', { form: 'danger' }, { inputs: 'none' }),
      open(around, PAGE, 'Raise it on a page'),
    ],
  })
}

/** What the form turns into: its number, and no word that was typed. */
export function raisedCard({ id, number }: { readonly id: string; readonly number: string }, around: Around) {
  return card({
    heading: `Escalation ${number}: raised`,
    body: escalationReceiptOf('raised-escalation', 'You').map(sentence),
    around,
    actions: [
      open(around, `/escalations/${encodeURIComponent(id)}`),
      execute('What else is waiting?', 'list', {}),
    ],
  })
}

/** Nobody can be asked, or the reader holds no post: who helps stands on every card. */
export function cannotRaiseCard(around: Around): CardJson {
  return card({
    heading: 'You cannot raise a concern here',
    body: [
      sentence('You hold no post here, or nobody can be asked yet.'),
      sentence('Ring the partnership: it can raise the concern with you.'),
    ],
    around,
    actions: [execute('A child is in danger now', 'raise', { form: 'danger' })],
  })
}

type Choice = { readonly title: string; readonly value: string }

const NO_CASE = { title: 'None of these', value: 'none' } as const
const same = (reference: string): Choice => ({ title: reference, value: reference })
const areaChoice = (area: (typeof AREA_NAMES)[number]): Choice => ({ title: AREAS[area], value: area })
const postChoice = ({ id, name }: { readonly id: string; readonly name: string }): Choice => ({
  title: name,
  value: id,
})

/** Without a sentence for it, it may stay as it is. */
function choice(
  id: string,
  label: string,
  error: string | undefined,
  choices: readonly Choice[],
  value?: string,
) {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    ...(error !== undefined && { isRequired: true, errorMessage: error }),
    ...(value !== undefined && { value }),
    choices,
  }
}
