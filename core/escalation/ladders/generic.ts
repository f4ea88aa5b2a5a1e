/** The default: from practitioner to partnership (procedures-and-peers.md 3.1). */
export const generic = {
  id: 'generic',
  schemaVersion: 1,
  name: 'Resolving disagreements between agencies',
  source: 'The default of this product. The partnership can replace each time with its own.',
  rungs: [
    { name: 'Stage 1', between: 'Practitioner to practitioner', reply: 3, tellsOffice: false },
    { name: 'Stage 2', between: 'Line manager to line manager', reply: 5, tellsOffice: true },
    { name: 'Stage 3', between: 'Service manager or named lead', reply: 2, tellsOffice: true },
    { name: 'Stage 4', between: 'Director or board representative', reply: 5, tellsOffice: true },
    {
      name: 'Stage 5',
      between: 'The partnership: an independently chaired meeting',
      reply: 'day-set',
      tellsOffice: true,
    },
  ],
} as const
