import type { Check } from '../check.ts'
import { couldNot, ok, toDo } from '../finding.ts'
import { missing, noToken, otherwise, refusedFrom } from './words.ts'

const site: Check = {
  step: 2,
  title: 'The site for papers',
  explains: 'The one SharePoint site that was made for papers is open to the product.',
  async look({ settings: { site }, app, graph }) {
    if (site === undefined) return missing('SHAREPOINT_SITE', '2-documents-site.ps1 prints it.')
    if (!app.ok) return noToken()
    const answer = await graph(`sites/${site}/drives?$select=id`)
    if (answer.kind === 'none') return otherwise('Graph', answer)
    if (answer.status === 200) return ok('It opens. (That papers can be written is seen with the first one.)')
    if (answer.status === 403)
      return toDo('The site is not granted to the application.', '2-documents-site.ps1')
    if (answer.status === 404)
      return toDo('There is no such site.', 'See SHAREPOINT_SITE: 2-documents-site.ps1 prints it.')
    return otherwise('Graph', answer)
  },
}

const otherSite: Check = {
  step: 2,
  title: 'Every other site',
  explains: 'The product must be refused elsewhere. The check asks for one site more and hopes for a "no".',
  async look(world) {
    const { site, otherSite = 'root' } = world.settings
    if (otherSite === site)
      return couldNot('The other site is the product’s own.', 'Name another: --other-site')
    return refusedFrom(world, `sites/${otherSite}/drives?$select=id`, {
      refused: 'Refused, as it has to be.',
      open: 'The application can open a site that is none of its business.',
      next: 'Remove every Sites or Files permission but Sites.Selected, and the grant on that site: Get-MgSitePermission.',
    })
  },
}

export const DOCUMENT_CHECKS: readonly Check[] = [site, otherSite]
