/** Between teams of one agency (LEH-15, LEH-30). */
export const intraAgency = {
  id: 'intra-agency',
  schemaVersion: 1,
  name: 'Resolving disagreements between teams of one agency',
  source: 'The default of this product. Each agency can replace each time with its own.',
  rungs: [
    { name: 'Stage 1', between: 'Practitioner to practitioner', reply: 2, tellsOffice: false },
    { name: 'Stage 2', between: 'Team manager to team manager', reply: 5, tellsOffice: false },
    { name: 'Stage 3', between: 'The service manager decides', reply: 2, tellsOffice: true },
  ],
} as const
