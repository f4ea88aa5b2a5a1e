import type { Persona, StartHere } from '../story.ts'

/** Whom a newcomer can be; there are more people in the example. */
export const personas: readonly Persona[] = [
  {
    id: 'bea',
    name: 'Bea Officer-Test',
    role: 'Business manager',
    road: 'teams',
    try: 'See everything that is late and remind everyone with one press.',
  },
  {
    id: 'quinn',
    name: 'Quinn Officer-Test',
    role: 'QA manager',
    road: 'teams',
    try: 'Record an action from panel day, and decide on more time.',
  },
  {
    id: 'ada',
    name: 'Ada Lead-Test',
    role: "Lead person, Children's Social Care",
    road: 'teams',
    try: 'Hear what is late in your agency, and answer your own actions.',
  },
  {
    id: 'eve',
    name: 'Eve Lead-Test',
    role: 'Lead person, Schools',
    road: 'teams',
    try: 'Say whether what you asked for really happened.',
  },
  {
    id: 'wes',
    name: 'Wes Worker-Test',
    role: 'Allocated worker of case N-08',
    road: 'teams',
    try: 'Answer a card in chat, between two visits.',
  },
  {
    id: 'sam',
    name: 'Sam Manager-Test',
    role: 'Supervising manager of case N-08',
    road: 'teams',
    try: 'Watch your worker’s actions move without reloading.',
  },
  {
    id: 'dee',
    name: 'Dee Lead-Test',
    role: 'Designated Nurse, collates for health',
    road: 'both',
    try: 'Get the same question in chat and by mail.',
  },
  {
    id: 'gil',
    name: 'Gil Practice-Test',
    role: 'Named GP, in another organisation',
    road: 'mail',
    try: 'Do everything from the mailbox and a browser, without the bot.',
  },
  {
    id: 'wanda',
    name: 'Wanda Worker-Test',
    role: 'Lead practitioner of case N-14, in another organisation',
    road: 'mail',
    try: 'Open a form from the mailbox that nobody has opened yet.',
  },
  {
    id: 'sky',
    name: 'Sky Manager-Test',
    role: 'Supervising manager of case N-14',
    road: 'teams',
    try: 'Be told on 21 June that your worker’s form is late.',
  },
  {
    id: 'dot',
    name: 'Dot Deputy-Test',
    role: 'Deputy lead person, Schools',
    road: 'teams',
    try: 'Stand in when Eve stays silent for five working days.',
  },
  {
    id: 'dir',
    name: 'Dir Officer-Test',
    role: 'Director, chair of the panel',
    road: 'teams',
    try: 'Read the returns side by side, and what was decided on panel day.',
  },
  {
    id: 'sue',
    name: 'Sue Chair-Test',
    role: 'Chair of the Audit and Scrutiny subgroup',
    road: 'teams',
    try: 'Read the pack: what came back, what is late, what is missing.',
  },
  {
    id: 'roz',
    name: 'Roz Board-Test',
    role: "Board representative, Children's Social Care",
    road: 'teams',
    try: 'See how your agency stands: references, days and counts, and no case.',
  },
]

/** The six steps of "Start here", each as the right person. */
export const startHere: readonly StartHere[] = [
  {
    title: 'See where the round is',
    text: 'Bea runs it: what is in, what is late, what comes next.',
    persona: 'bea',
    path: '/rounds',
  },
  {
    title: 'Answer in chat',
    text: 'Wes, the worker of N-08, reads what the panel found and writes his part in small steps.',
    persona: 'wes',
    path: '/chat',
  },
  {
    title: 'See it move',
    text: 'Sam, the manager, sees how far each worker’s form is, and nothing of what is in it.',
    persona: 'sam',
    path: '/team',
  },
  {
    title: 'Sign and review',
    text: 'Ada signs the form of N-08; then Bea closes it or sends it back.',
    persona: 'ada',
    path: '/',
  },
  {
    title: 'Say whether it happened',
    text: 'Eve asked for it, so only she can close A2: one call was answered, two were not.',
    persona: 'eve',
    path: '/chat',
  },
  {
    title: 'Move the clock',
    text: 'On 21 June the form of N-14 is late: see who is told next.',
    persona: 'bea',
    path: '/rounds',
  },
]
