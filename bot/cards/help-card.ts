import type { Around } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { card, execute, open, quiet, sentence } from './parts.ts'

const IN_DANGER = 'If a child is in danger now, ring 999. Nobody reads this chat.'

/** What the bot can do, who helps, and what it is not for. */
export function helpCard(around: Around): CardJson {
  return card({
    heading: 'What you can ask here',
    body: [
      sentence('“List”: what is waiting for you. “My actions”: your actions alone.'),
      sentence('A reference, such as N-08 or A2: what is waiting for you about it.'),
      sentence('“Raise a concern”: when you disagree with what is done for a child.'),
      sentence(IN_DANGER),
      ...around.danger.map(sentence),
      ...around.advice.map(sentence),
      quiet(
        'What you type here is not kept and answers nothing: answer on a card. Do not name a child or a family.',
      ),
    ],
    around,
    actions: [
      execute('What is waiting for me?', 'list', {}),
      execute('Raise a concern', 'raise', { form: 'first' }),
      open(around, '/', 'Open my list'),
    ],
  })
}

/** What was typed is no wish that we know: said so, with what to do instead. Never a dead end. */
export function notAWishCard(around: Around): CardJson {
  return card({
    heading: 'That was not understood',
    body: [
      sentence('What you typed is not kept and answers nothing. Answer on the card of the question.'),
      sentence('If it names a child or a family, please delete it from this chat: only you can.'),
      sentence(IN_DANGER),
    ],
    around,
    actions: [execute('What is waiting for me?', 'list', {}), execute('Help', 'help', {})],
  })
}

/** The first question of a concern: danger is not for this product, everything else takes a minute. */
export function concernCard(around: Around): CardJson {
  return card({
    heading: 'Raise a concern',
    body: [
      sentence('Is a child in danger now?'),
      quiet('If not, say in a minute what worries you, who is to answer, and what keeps the child safe.'),
    ],
    around,
    actions: [
      execute('Yes, a child is in danger', 'raise', { form: 'danger' }),
      execute('No', 'raise', { form: 'concern' }),
      open(around, '/escalations/new', 'Raise it on a page'),
    ],
  })
}

/** Nothing waits about this reference: the same for one that is not there and one that is somebody else's. */
export function nothingAboutCard(reference: string, around: Around): CardJson {
  return card({
    heading: `Nothing about ${reference} is waiting for you`,
    body: [sentence('What else you may see of it is in the tab.')],
    around,
    actions: [execute('What is waiting for me?', 'list', {}), open(around, '/')],
  })
}
