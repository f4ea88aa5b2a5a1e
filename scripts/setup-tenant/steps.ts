/** The steps of docs/install.md, in their order. */
export const STEPS = [
  { number: 1, title: 'Register the application', who: 'Application Administrator' },
  { number: 2, title: 'The site for papers', who: 'SharePoint Administrator' },
  { number: 3, title: 'The organiser’s mailbox', who: 'Exchange Administrator' },
  { number: 4, title: 'The organiser’s meetings', who: 'Teams Administrator' },
  { number: 5, title: 'Make the place in Azure', who: 'Owner of the Azure subscription' },
  { number: 6, title: 'Finish the registration', who: 'Application Administrator' },
  { number: 7, title: 'Consent', who: 'Privileged Role Administrator' },
  { number: 8, title: 'Start the product', who: 'Owner of the Azure subscription' },
  { number: 9, title: 'The app in Teams', who: 'Teams Administrator' },
  { number: 10, title: 'Look at everything', who: 'whoever installs' },
] as const

export type StepNumber = (typeof STEPS)[number]['number']
