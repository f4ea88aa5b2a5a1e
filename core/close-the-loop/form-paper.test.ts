import { describe, expect, it } from 'vitest'

import type { ActionRow } from '#core/actions/views.ts'
import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { FormId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import { aForm, formStates, workerPart } from '#tests/fixtures/a-form.ts'
import { roundPosts } from '#tests/fixtures/a-round.ts'
import { anActor } from '#tests/fixtures/an-actor.ts'

import { draftFormPaper, formPaper } from './form-paper.ts'
import type { FormView } from './views.ts'

const today = day('2018-06-18')
const at = momentAt(today, '14:05')
const who = (title: string, holder: string | null) => ({ title, holder })
const action = {
  id: 'a2',
  number: 'A2',
  what: 'Tell the referrer the outcome of every contact.',
  owner: 'Children’s Social Care',
  stateWords: 'Confirmed on 15 June',
} as unknown as ActionRow

const view = {
  row: {
    reference: 'N-08',
    lead: who('Lead person of Social Care', 'Ada Lead-Test'),
    worker: who('Allocated worker of N-08', null),
    manager: who('Supervising manager of N-08', 'Sam Manager-Test'),
  },
  service: 'Children’s Social Care',
  team: 'Team north',
  caseType: 'Child in Need',
  grade: 'Requires improvement',
  panel: ['Ada Lead-Test', 'Eve Education-Test'],
  panelDay: '2018-06-06',
  seenOn: null,
  sentOn: '2018-06-12',
  reviewedOn: '2018-06-18',
  words: { good: 'The school kept asking.', asked: 'Ring back.' },
  part: workerPart,
  recordedFor: 'For the worker, by phone, 14:05, 12 June',
  meeting: { state: 'held', words: '', slots: [], invited: ['Lead person', 'Worker'], notInvited: [] },
  leadNote: 'Agreed with the team.',
  actions: [action],
} as unknown as FormView

describe('the finished form as a paper', () => {
  const paper = formPaper(view, 'N-2018-2', today, at)
  const rows = new Map(paper.table.rows.map(({ cells: [name = '', says = ''] }) => [name, says]))

  it('says each part as it was sent, and who recorded it for the worker', () => {
    expect(rows.get('Reflections')).toBe(workerPart.reflections)
    expect(rows.get('Recorded by somebody else')).toBe('For the worker, by phone, 14:05, 12 June')
    expect(rows.get('The meeting')).toBe('Monday 11 June')
    expect(paper.facts).toContainEqual({ label: 'Read by worker', value: 'Not by the worker’s own reading' })
  })

  it('says of each action whether it is completed', () => {
    expect(rows.get('Action A2')).toBe(
      'Tell the referrer the outcome of every contact.\nChildren’s Social Care. Confirmed on 15 June.',
    )
  })
})

describe('who the child is', () => {
  const child = {
    name: 'Wren Ashby-Test',
    born: day('2014-02-03'),
    gender: 'Girl',
    ethnicity: 'White British',
    religion: null,
    opened: day('2016-11-14'),
    type: 'child-protection',
  } as const
  it('stands in the paper only when it was asked for', () => {
    expect(JSON.stringify(formPaper(view, 'N-2018-2', today, at))).not.toMatch(/Wren|2014|Girl|White/)
    expect(formPaper(view, 'N-2018-2', today, at, child).facts).toEqual(
      expect.arrayContaining([
        { label: 'Case opened', value: '14 November 2016' },
        { label: 'Child', value: 'Wren Ashby-Test' },
        { label: 'Born', value: '3 February 2014' },
        { label: 'Child’s age', value: '4 years' },
        { label: 'Gender', value: 'Girl' },
        { label: 'Ethnicity', value: 'White British' },
        { label: 'Religion', value: 'Not recorded' },
      ]),
    )
  })

  it('is in no title, no file name and no footer', () => {
    const { title, subtitle, footer } = formPaper(view, 'N-2018-2', today, at, child)
    expect([title, subtitle, footer].join()).not.toContain('Wren')
  })

  it('is recorded as seen by whoever asks for it', async () => {
    const reads = {
      form: async () => aForm('closed'),
      case: async () => ({ id: 'case-n-08', reference: 'N-08', round: 'N-2018-2' }),
      detailsOf: async () => [{ ...child, version: 0, by: null, at: null }],
    } as unknown as Deps['reads']
    const actor = anActor([roundPosts.businessManager], ['business-manager'])
    const deps = { reads, actor, today, now: at } as unknown as Deps
    const seen = async (withChild: boolean) => {
      const made = await draftFormPaper(deps, { form: 'form-n-08' as FormId, view, today, at, withChild })
      return made.ok ? made.value.happened.map(({ kind }) => kind) : made.reason
    }
    expect(await seen(true)).toEqual(['case-material-seen', 'child-details-seen'])
    expect(await seen(false)).toEqual(['case-material-seen'])
  })
})

describe('who makes it, and when', () => {
  const people = {
    'business manager': anActor([roundPosts.businessManager], ['business-manager']),
    'lead person': anActor([roundPosts.csc]),
    worker: anActor([roundPosts.worker]),
    stranger: anActor([]),
  } as const
  const make = async (by: keyof typeof people, state: (typeof formStates)[number]): Promise<string> => {
    const reads = {
      form: async () => aForm(state),
      case: async () => ({ id: 'case-n-08', reference: 'N-08', round: 'N-2018-2' }),
    } as unknown as Deps['reads']
    const deps = { reads, actor: people[by], today, now: at } as unknown as Deps
    const made = await draftFormPaper(deps, {
      form: 'form-n-08' as FormId,
      view,
      today,
      at,
      withChild: false,
    })
    return made.ok ? `${made.value.value.folder}/${made.value.value.name}` : made.reason
  }

  it('the partnership, once it is closed, into the round’s folder under the reference alone', async () => {
    expect(await make('business manager', 'closed')).toBe('N-2018-2/N-08 close the loop.docx')
    for (const state of formStates.filter((each) => each !== 'closed'))
      expect(await make('business manager', state)).toBe('form-is-not-closed')
  })

  it.each([
    ['lead person', 'not-yours-to-make'],
    ['worker', 'not-yours-to-make'],
    ['stranger', 'no-such-form'],
  ] as const)('not the %s: %s', async (by, why) => expect(await make(by, 'closed')).toBe(why))
})
