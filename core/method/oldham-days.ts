const agencies = ['agencies']
const officers = ['business-manager', 'qa-manager']

const stages = [
  { id: 'choosing', title: 'Week 1: choosing the cases' },
  { id: 'evaluating', title: 'Week 2: each agency evaluates its work' },
  { id: 'bringing-together', title: 'Week 3: bringing the returns together' },
  { id: 'panel', title: 'Week 4: panel day and overview' },
  { id: 'independent-view', title: 'Weeks 5 and 6: independent overview' },
  { id: 'follow-up', title: 'Week 7 onwards: what came of it' },
]

const choosing = [
  {
    ...on('cohort', 1, 'Cases that fit the theme are found in the data lists'),
    who: ['performance-analyst'],
    printed: { column: 'dates-of-audit' },
  },
  {
    ...on('long-list', 2, 'Twenty cases go to the agencies'),
    who: [...officers, 'performance-analyst'],
    printed: { column: 'theme' },
  },
  { ...on('involvement', 3, 'Agencies say how they knew the families'), who: agencies },
  { ...on('selection', 4, 'Five to seven cases are chosen, the pack goes out'), who: officers },
  { ...on('returns-open', 5, 'Returns open'), who: agencies },
]

const evaluating = [
  { ...on('evaluating', 6, 'Agencies write chronologies and evaluations', 10), who: agencies },
]

const bringingTogether = [
  { ...on('chronologies', 11, 'Chronologies are in'), who: agencies, printed: { column: 'chronologies' } },
  { ...on('collated-inputs', 11, 'Health’s returns are with their collator'), who: ['health-collator'] },
  { ...on('sign-off', 12, 'Each agency signs off its evaluations'), who: agencies },
  {
    ...on('evaluations', 13, 'Evaluations and documents are in, but for health’s'),
    who: agencies,
    printed: { column: 'evaluations' },
  },
  { ...on('chronology-to-qa', 13, 'Multi-agency chronologies go to quality assurance'), who: officers },
  {
    ...on('collator-sends-on', 14, 'Health’s evaluations are in'),
    who: ['health-collator'],
    printed: { column: 'evaluations', only: 'Health' },
  },
  {
    ...on('chronology-to-panel', 14, 'Multi-agency chronologies go to the panel’s members'),
    who: ['business-manager', 'agencies'],
  },
  {
    ...on('documents-saved', 15, 'Documents are saved, the tracker and the scores’ summary written'),
    who: ['business-manager', 'performance-analyst'],
  },
]

const panel = [
  { ...on('case-stories', 16, 'Case stories go to the panel’s chair'), who: ['qa-manager', 'panel-chair'] },
  { ...on('chair-prepares', 17, 'The chair prepares'), who: ['panel-chair'] },
  {
    ...on('panel', 18, 'Panel day'),
    who: ['agencies', 'panel-chair', ...officers],
    printed: { column: 'panel-day' },
  },
  {
    ...on('overview', 19, 'Overview and action plan are written', 20),
    who: [...officers, 'assistant-director'],
    printed: { column: 'overview-report' },
  },
  {
    ...on('share-notes', 20, 'Action plans, notes and overview are shared: the evaluation is complete'),
    who: ['business-manager'],
  },
]

const independentView = [
  {
    ...on('independent-overview', 21, 'Independent overview', 30),
    who: ['independent-author'],
    printed: { column: 'independent-overview' },
  },
]

const followUp = [
  {
    ...on('updates', 31, 'Updates on actions are in, the independent overview is shared'),
    who: ['business-manager', 'agencies'],
  },
  {
    ...on('briefings', 31, 'Seven minute briefings, from this day'),
    who: ['business-manager'],
    printed: { column: 'briefings' },
  },
  { ...on('subgroup', 31, 'The subgroup meets, on a day of this week', 35), who: ['subgroup-chair'] },
]

/** The stages, days and duties of Oldham's full timetable (OLD-94..135). */
export const oldhamDays = {
  stages,
  days: [
    ...of('choosing', choosing),
    ...of('evaluating', evaluating),
    ...of('bringing-together', bringingTogether),
    ...of('panel', panel),
    ...of('independent-view', independentView),
    ...of('follow-up', followUp),
  ],
  duties: {
    sendLongList: 'long-list',
    confirmReceipt: 'long-list',
    sayInvolvement: 'involvement',
    select: 'selection',
    openReturns: 'returns-open',
    chronology: 'chronologies',
    collatedInputs: 'collated-inputs',
    signOff: 'sign-off',
    evaluation: 'evaluations',
    nameWorker: 'evaluations',
    releaseToQa: 'chronology-to-qa',
    releaseToPanel: 'chronology-to-panel',
    collatorSendsOn: 'collator-sends-on',
    panel: 'panel',
    shareNotes: 'share-notes',
    updates: 'updates',
    week7: 'updates',
  },
}

function on(id: string, from: number, title: string, to = from) {
  return { id, from, to, title }
}

function of<Day extends object>(stage: string, days: readonly Day[]): readonly (Day & { stage: string })[] {
  return days.map((day) => ({ ...day, stage }))
}
