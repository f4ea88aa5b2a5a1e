/** Leicester, Leicestershire and Rutland: procedure 3.7 is known, its stages and times were not published. */
export const leicester = {
  id: 'leicester',
  schemaVersion: 1,
  name: 'Leicester, Leicestershire and Rutland: procedure 3.7',
  source: 'Its times are not published: fill them in before it is used.',
  rungs: [
    {
      name: 'Stage 1',
      between: 'Practitioner to practitioner',
      reply: 'to-be-filled',
      tellsOffice: false,
    },
    { name: 'Stage 2', between: 'Line manager to line manager', reply: 'to-be-filled', tellsOffice: false },
    {
      name: 'Stage 3',
      between: 'Senior manager or designated lead',
      reply: 'to-be-filled',
      tellsOffice: false,
    },
    { name: 'Stage 4', between: 'Partnership office or chair', reply: 'to-be-filled', tellsOffice: true },
  ],
} as const
