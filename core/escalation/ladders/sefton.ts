/** Sefton, 18 May 2017: to speak within 3 working days and to write within 2 more; at stage 2, 2 and 2. */
export const sefton = {
  id: 'sefton',
  schemaVersion: 1,
  name: 'Sefton: resolution of professional disagreement',
  source:
    'Sefton’s procedure of 18 May 2017: the written outcome of each stage. No time is published for stage 3: a day is set.',
  rungs: [
    { name: 'Stage 1', between: 'Practitioner and team manager', reply: 5, tellsOffice: false },
    { name: 'Stage 2', between: 'Safeguarding leads or service managers', reply: 4, tellsOffice: true },
    { name: 'Stage 3', between: 'Above the service managers', reply: 'day-set', tellsOffice: true },
  ],
} as const
