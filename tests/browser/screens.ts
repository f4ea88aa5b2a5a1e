import type { Page } from 'playwright-core'

import type { Places } from './places.ts'

/** One screen of the rounds, as one person sees it. */
export type RoundScreen = {
  readonly name: string
  readonly person: string
  readonly path: (of: Places) => string
  /** The heading of the page. */
  readonly heading: RegExp
  /** What is done on the page before it is looked at; nothing that is kept. */
  readonly act?: (page: Page) => Promise<void>
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
}

const choose = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('radio', { name }).check()
}

/** Every screen of the rounds, in each state that looks another way. */
export const ROUND_SCREENS: readonly RoundScreen[] = [
  screen('rounds', 'bea', () => '/rounds', /^Rounds$/),
  screen('rounds-none', 'wes', () => '/rounds', /^Rounds$/),
  screen('round-draft', 'bea', (of) => `/rounds/${of('round draft')}`, /Draft/),
  screen('round-approved', 'bea', (of) => `/rounds/${of('round approved')}`, /Approved/),
  screen('round-asked', 'bea', (of) => `/rounds/${of('round asked')}`, /Twenty cases/),
  screen('round-evaluating', 'bea', (of) => `/rounds/${of('round evaluating')}`, /Evaluating/),
  screen('round-panel-held', 'bea', (of) => `/rounds/${of('round neglect')}`, /Neglect/),
  screen('round-of-a-lead-person', 'eve', (of) => `/rounds/${of('round neglect')}`, /Neglect/),
  screen('set-up', 'bea', () => '/rounds/new', /./),
  screen('set-up-missing', 'bea', () => '/rounds/new', /./, press('Save the round')),
  screen('set-up-change', 'bea', (of) => `/rounds/${of('round draft')}/set-up`, /./),
  screen('approval', 'bea', (of) => `/rounds/${of('round draft')}/approval`, /./),
  screen('long-list', 'bea', (of) => `/rounds/${of('round draft')}/list`, /Long list/),
  screen('long-list-sent', 'bea', (of) => `/rounds/${of('round asked')}/list`, /Long list/),
  screen('send', 'bea', (of) => `/rounds/${of('round approved')}/send`, /./),
  screen('bank-holidays', 'bea', () => '/rounds/calendar', /./),
  screen('school-holidays-checked', 'bea', () => '/rounds/calendar', /./, checkHolidays),
  screen('school-holidays-by-hand', 'bea', () => '/rounds/calendar', /./, enterNoHoliday),
  screen('choose', 'bea', (of) => `/rounds/${of('round asked')}/choose`, /choose the cases/, pickThree),
  screen('chosen', 'bea', (of) => `/rounds/${of('round neglect')}/choose`, /the chosen cases/),
  screen('involvement-receipt', 'dee', (of) => `/involvement/${of('reply not confirmed')}`, /./),
  screen('involvement', 'gil', (of) => `/involvement/${of('reply of twenty')}`, /./),
  screen('involvement-given', 'ada', (of) => `/involvement/${of('reply given')}`, /./),
  screen('return', 'cal', (of) => `/returns/${of('return draft')}`, /Return for/),
  screen('return-chronology', 'cal', (of) => `/returns/${of('return draft')}?step=chronology`, /./),
  screen('return-entry', 'cal', (of) => `/returns/${of('return draft')}?step=chronology&at=new`, /./),
  screen('return-evaluation', 'cal', (of) => `/returns/${of('return draft')}?step=evaluation`, /./),
  screen(
    'return-question',
    'cal',
    (of) => `/returns/${of('return draft')}?step=evaluation&at=the-child`,
    /./,
  ),
  screen('return-documents', 'cal', (of) => `/returns/${of('return draft')}?step=documents`, /./),
  screen('return-send', 'cal', (of) => `/returns/${of('return draft')}?step=send`, /./),
  screen('return-contributors', 'cal', (of) => `/returns/${of('return draft')}?step=contributors`, /./),
  screen('return-read', 'bea', (of) => `/returns/${of('return accepted')}`, /Return for/),
  screen('return-judge', 'bea', (of) => `/returns/${of('return submitted')}`, /Return for/),
  screen('collation', 'dee', (of) => `/collations/${of('collation open')}`, /./),
  screen('collation-sent', 'dee', (of) => `/collations/${of('collation sent')}`, /./),
  screen('grid', 'bea', (of) => `/rounds/${of('round neglect')}/grid`, /^Grid of/),
  screen('grid-late', 'bea', (of) => `/rounds/${of('round asked')}/grid`, /^Grid of/, press(/^Choose all/)),
  screen('chronology', 'quinn', (of) => `/cases/${of('case N-08')}/chronology`, /./),
  screen('panel-day', 'quinn', (of) => `/rounds/${of('round neglect')}/panel`, /./),
  screen('panel-day-before', 'quinn', (of) => `/rounds/${of('round evaluating')}/panel`, /./),
  screen('panel-day-chair', 'dir', (of) => `/rounds/${of('round neglect')}/panel`, /./),
  screen('case', 'bea', (of) => `/cases/${of('case N-08')}`, /N-08/),
  screen('case-of-its-lead', 'ada', (of) => `/cases/${of('case N-08')}`, /N-08/),
  screen('case-details', 'ada', (of) => `/cases/${of('case N-08')}`, /N-08/, openDetails),
  screen('form-release', 'ada', (of) => `/forms/${of('form drafted')}`, /./),
  screen('form-to-be-read', 'wanda', (of) => `/forms/${of('form N-14')}`, /N-14/),
  screen('form-worker', 'wes', (of) => `/forms/${of('form N-08')}`, /N-08/),
  screen('form-manager', 'sam', (of) => `/forms/${of('form N-08')}`, /N-08/),
  screen('form-closed', 'bea', (of) => `/forms/${of('form N-02')}`, /N-02/),
  screen('form-times', 'wes', (of) => `/forms/${of('form N-08')}?step=read`, /N-08/),
  screen('form-propose', 'ada', (of) => `/forms/${of('form N-08')}`, /N-08/, press('Propose other times')),
  screen('form-was-there', 'ada', (of) => `/forms/${of('form N-08')}`, /N-08/, press(/^Record who was/)),
  screen('form-lead', 'ada', (of) => `/forms/${of('form N-08')}`, /N-08/),
  screen('form-log', 'ada', (of) => `/forms/${of('form N-08')}`, /N-08/, press('Write in the log')),
  screen('form-record', 'ada', (of) => `/forms/${of('form N-08')}`, /N-08/, press(/^Record it for/)),
  screen('form-word-in', 'ada', (of) => `/forms/${of('form N-08')}`, /N-08/, giveWrongFile),
  screen('form-recorded', 'ada', (of) => `/forms/${of('form N-05')}`, /N-05/),
  screen('form-recorded-for-worker', 'wyn', (of) => `/forms/${of('form N-05')}`, /N-05/),
  screen('form-question', 'ada', (of) => `/forms/${of('form N-17')}`, /N-17/),
  screen('form-asked', 'willa', (of) => `/forms/${of('form N-17')}`, /N-17/),
  screen('team', 'sam', () => '/team', /Your team/),
  screen('team-of-a-lead-person', 'ada', () => '/team', /Workers and their sheets/),
  screen('sheet', 'sam', () => '/team/wes', /^Supervision: Wes/),
  screen('sheet-talk', 'sam', () => '/team/wes', /^Supervision: Wes/, press('We talked this through')),
  screen('talks-none', 'wyn', () => '/talks', /What you talked through/),
  screen('monitor', 'sue', () => '/monitor', /What became of what was agreed/),
  screen('agency', 'ada', () => '/agency', /^How .* stands$/),
  screen('agency-on-the-board', 'roz', () => '/agency', /^How .* stands$/),
  screen('close-round', 'bea', (of) => `/rounds/${of('round neglect')}/close`, /Close the round/),
  screen('escalations', 'bea', () => '/escalations', /^Escalations$/),
  screen('escalations-none', 'wyn', () => '/escalations', /^Escalations$/),
  screen('escalations-counted', 'sue', () => '/escalations', /^Escalations$/),
  screen('escalation-new', 'eve', () => '/escalations/new?reference=N-08', /Raise a concern/, choose('No')),
  screen('escalation-danger', 'eve', () => '/escalations/new', /Raise a concern/, choose('Yes')),
  screen('escalation-settings', 'bea', () => '/escalations/settings', /^Procedures/, unfold(/^Leicester/)),
  screen('escalation-asked', 'ada', (of) => `/escalations/${of('escalation waiting')}`, /Escalation X/),
  screen('escalation-raised', 'eve', (of) => `/escalations/${of('escalation promised')}`, /Escalation X/),
  screen(
    'escalation-did-not-happen',
    'eve',
    (of) => `/escalations/${of('escalation promised')}`,
    /Escalation X/,
    choose(/^No, it did not/),
  ),
  screen('escalation-theme', 'bea', (of) => `/escalations/${of('escalation waiting')}`, /Escalation X/),
  screen('pack', 'bea', (of) => `/rounds/${of('round neglect')}/pack`, /./),
  screen('pack-subgroup', 'sue', (of) => `/rounds/${of('round neglect')}/pack`, /./),
  screen('people', 'bea', () => '/people', /People and their posts/),
  screen('people-of-a-lead-person', 'ada', () => '/people', /People and their posts/),
  screen('post', 'bea', (of) => `/people/posts/${of('post of ada')}`, /lead person/),
  screen('leave', 'bea', () => '/people/ada/leave', /Hand over from/),
  screen('leave-office', 'bea', () => '/people/quinn/leave', /Hand over from/),
  screen('taken-over-none', 'wes', () => '/people/taken-over', /What you have taken over/),
  screen('taken-over', 'yas', () => '/people/taken-over', /What you have taken over/),
  screen('own-page', 'wes', () => '/me', /Test$/),
  screen('own-page-of-the-business-manager', 'bea', () => '/me', /Test$/),
  screen('access-by-mail', 'bea', (of) => `/people/${of('person by mail')}/access`, /^How .* signs in$/),
  screen('access-invited', 'bea', (of) => `/people/${of('person invited')}/access`, /^How .* signs in$/),
  screen('access', 'bea', () => '/people/wes/access', /^How .* signs in$/),
  screen('away', 'bea', () => '/people/wes/away', /^When .* is away$/),
  screen('prompts', 'bea', () => '/settings/prompts', /^When reminders go out$/, unfold(/^Actions$/)),
  screen('find', 'bea', () => '/find?q=N-08', /Found for/),
  screen('find-nothing', 'wes', () => '/find?q=N-99', /Found for/),
  screen('undelivered-none', 'bea', () => '/people/undelivered', /Could not be delivered/),
  screen('first-run-done', 'bea', () => '/set-up', /^The partnership is set up$/),
  screen('incidents', 'bea', () => '/incidents', /Sent to the wrong person/),
  screen('incident', 'bea', (of) => `/incidents/${of('incident open')}`, /^Incident I/),
  screen('withdraw', 'bea', (of) => `/incidents/about/${of('form N-08')}`, /Sent to the wrong person/),
  screen('actions-board', 'quinn', () => '/actions?view=board', /^Actions$/),
  screen('actions-calendar', 'quinn', () => '/actions?view=calendar', /^Actions$/),
  screen('actions-of-my-agency', 'ada', () => '/actions?cut=agency', /^Actions$/),
  screen('actions-import', 'quinn', () => '/actions/import', /Bring in a tracker/),
  screen('home-late', 'gil', () => '/', /wait for you/),
]

function screen(
  name: string,
  person: string,
  path: RoundScreen['path'],
  heading: RegExp,
  act?: RoundScreen['act'],
): RoundScreen {
  return { name, person, path, heading, ...(act && { act }) }
}

/** What is read, and what is wrong in it: nothing is entered. */
async function checkHolidays(page: Page): Promise<void> {
  await page
    .getByLabel('School holidays of your council')
    .fill('Autumn half-term, Monday 22 to Friday 26 October 2018\nChristmas, 24 December')
  await press('Check the lines')(page)
  await page.getByText('Check before you enter 1 holiday').waitFor()
}

async function enterNoHoliday(page: Page): Promise<void> {
  await page.getByText('Enter one by hand').click()
  await press('Enter the holiday')(page)
}

async function giveWrongFile(page: Page): Promise<void> {
  const file = { name: 'form.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('nothing') }
  await page.getByLabel(/^A filled Word form/).setInputFiles(file)
  await page.getByText('This is not a form of ours').waitFor()
}

function unfold(name: RegExp) {
  return async (page: Page): Promise<void> => page.locator('summary').filter({ hasText: name }).click()
}

async function openDetails(page: Page): Promise<void> {
  await press(/^Show who/)(page)
  await press('Complete or correct')(page)
}

async function pickThree(page: Page): Promise<void> {
  for (const box of (await page.getByRole('checkbox', { name: /^Choose / }).all()).slice(0, 3))
    await box.check()
}
