import { nineAspects } from './nine-aspects.ts'
import { oldhamDays } from './oldham-days.ts'

/** The full multi-agency case evaluation of Oldham's framework of 2018-19 (OLD-24..44, OLD-94..135). */
export const oldhamFull: unknown = {
  schemaVersion: 1,
  id: 'oldham-full',
  name: 'Full multi-agency case evaluation',
  kind: 'full',
  labels: '2018',
  ...oldhamDays,
  sample: {
    longList: 20,
    choose: { from: 5, to: 7 },
    thresholds: ['assessed', 'child-in-need', 'child-protection'],
    lookBackMonths: 6,
  },
  tool: { proposal: true, aspects: nineAspects, aspectGrades: 'optional' },
  shortTool: ['history', 'voice-of-the-child', 'assessments-and-plans', 'multi-agency-working'],
  grades: [
    { id: 'outstanding', letter: 'O', words: 'Outstanding' },
    { id: 'good', letter: 'G', words: 'Good' },
    { id: 'requires-improvement', letter: 'RI', words: 'Requires improvement' },
    { id: 'inadequate', letter: 'I', words: 'Inadequate' },
  ],
  documents: [
    {
      id: 'referral',
      title: 'Initial referral, contact or notification',
      given: 'file',
      needed: 'where-applicable',
    },
    {
      id: 'assessment',
      title: 'Most recent assessment, including a common or early help assessment',
      given: 'file',
      needed: 'always',
    },
    {
      id: 'strategy-discussion',
      title: 'Strategy or other multi-agency discussion, or equivalent',
      given: 'file',
      needed: 'always',
    },
    {
      id: 'section-47',
      title: 'Section 47 investigation documents, or minutes of the initial child protection conference',
      given: 'file',
      needed: 'always',
    },
    {
      id: 'plan',
      title: 'Most recent plan for the child, or review of the plan, or both',
      given: 'file',
      needed: 'always',
    },
    {
      id: 'return-home-interview',
      title: 'Latest return home interview and any risk assessments that followed',
      given: 'file',
      needed: 'where-applicable',
    },
    {
      id: 'pre-sentence-report',
      title: 'Most recent pre-sentence report on the child or any relevant adult',
      given: 'file',
      needed: 'where-applicable',
    },
    {
      id: 'specialist-services',
      title: 'Details of any specialist services involved with the family',
      given: 'file-or-words',
      needed: 'always',
    },
  ],
  collation: [{ group: 'health', title: 'Health', collator: 'health-collator' }],
  beforePanel: 'own-return-only',
  closeTheLoop: { afterPanelWorkingDays: 10, forJudgements: ['requires-improvement', 'inadequate'] },
}
