/** Lincolnshire: 48 hours are two working days; for step 4a a meeting is called, and no time is published. */
export const lincolnshire = {
  id: 'lincolnshire',
  schemaVersion: 1,
  name: 'Lincolnshire: joint professional escalation',
  source: 'Lincolnshire’s published protocol. No time is published for step 4a: a day is set.',
  rungs: [
    { name: 'Step 1', between: 'Practitioner to practitioner', reply: 2, tellsOffice: false },
    { name: 'Step 2', between: 'Manager to manager', reply: 5, tellsOffice: false },
    { name: 'Step 3', between: 'Senior liaison officers', reply: 2, tellsOffice: false },
    { name: 'Step 4a', between: 'An independently chaired meeting', reply: 'day-set', tellsOffice: true },
  ],
} as const
