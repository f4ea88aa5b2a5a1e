import { day } from '#core/calendar/day.ts'
import type { Threshold } from '#core/cases/case-file.ts'
import type { ListedCase } from '#core/round/long-list.ts'

import { adults } from './adults.ts'

/** The long list of twenty, as it goes to the agencies. All of them are invented. */
export const longList: readonly Omit<ListedCase, 'id'>[] = [
  child('N-01', 'Idris Fenwick-Test', '2014-10-02', 'early-help'),
  child('N-02', 'Tomasz Birch-Test', '2009-03-14', 'assessed'),
  child('N-03', 'Maisie Calder-Test', '2005-11-20', 'child-in-need'),
  child('N-04', 'Kofi Dunmore-Test', '2016-12-05', 'child-protection'),
  child('N-05', 'Aoife Cole-Test', '2011-01-30', 'child-in-need'),
  child('N-06', 'Leon Estrada-Test', '2003-01-17', 'child-in-need'),
  child('N-07', 'Hana Foxley-Test', '2012-08-09', 'early-help'),
  child('N-08', 'Wren Ashby-Test', '2014-02-03', 'child-protection'),
  child('N-09', 'Marek Galton-Test', '2007-09-28', 'assessed'),
  child('N-10', 'Saoirse Holroyd-Test', '2004-12-11', 'child-in-need'),
  child('N-11', 'Yusuf Ibbot-Test', '2009-07-19', 'child-protection'),
  child('N-12', 'Nell Jessop-Test', '2015-11-03', 'child-protection'),
  child('N-13', 'Davit Kirkby-Test', '2006-06-25', 'child-in-need'),
  child('N-14', 'Keira Lomax-Test', '2003-10-30', 'child-in-need'),
  child('N-15', 'Baby Marsden-Test', null, 'assessed'),
  child('N-16', 'Otis Nuttall-Test', '2011-10-12', 'early-help'),
  child('N-17', 'Zadie Elm-Test', '2006-04-22', 'child-protection'),
  child('N-18', 'Callum Ormerod-Test', '2002-02-08', 'child-in-care'),
  child('N-19', 'Esme Pilling-Test', '2014-08-27', 'child-in-need'),
  child('N-20', 'Jude Quayle-Test', '2007-12-01', 'early-help-closed'),
]

function child(
  reference: string,
  name: string,
  born: string | null,
  threshold: Threshold,
): Omit<ListedCase, 'id'> {
  return {
    reference,
    name,
    born: born === null ? null : day(born),
    threshold,
    adults: adults[reference] ?? [],
  }
}
