import type { Adult } from '#core/round/long-list.ts'

/** Everyone associated with each child, and how they are related (OLD-95). Two to five for each case. */
export const adults: Readonly<Record<string, readonly Adult[]>> = {
  'N-01': [home('Carys Fenwick-Test', 'Mother'), parent('Owen Reed-Test', 'Father')],
  'N-02': [
    home('Ewa Birch-Test', 'Mother'),
    home('Piotr Birch-Test', 'Father'),
    other('Lidia Nowak-Test', 'Grandmother, takes the child to school'),
  ],
  'N-03': [
    home('Tess Calder-Test', 'Mother'),
    lives('Rob Sharp-Test', 'Mother’s partner'),
    parent('Neil Calder-Test', 'Father'),
  ],
  'N-04': [home('Ama Dunmore-Test', 'Mother'), lives('Efua Dunmore-Test', 'Grandmother')],
  'N-05': [
    home('Niamh Cole-Test', 'Mother'),
    parent('Declan Cole-Test', 'Father, sees the child at weekends'),
    lives('Brid Cole-Test', 'Grandmother'),
    other('Orla Cole-Test', 'Aunt'),
  ],
  'N-06': [home('Inez Estrada-Test', 'Mother'), other('Ramon Estrada-Test', 'Uncle')],
  'N-07': [home('Petra Foxley-Test', 'Mother'), home('Jan Foxley-Test', 'Father')],
  'N-08': [
    home('M1-Test', 'Mother'),
    lives('F2-Test', 'Stepfather, in the home since January 2018'),
    parent('F1-Test', 'Father, contact stopped'),
    other('G1-Test', 'Grandmother, carer at weekends'),
  ],
  'N-09': [home('Dorota Galton-Test', 'Mother'), lives('Paul Galton-Test', 'Stepfather')],
  'N-10': [home('Grainne Holroyd-Test', 'Mother'), parent('Ian Holroyd-Test', 'Father')],
  'N-11': [
    home('Samira Ibbot-Test', 'Mother'),
    parent('Karim Ibbot-Test', 'Father'),
    other('Leila Haddad-Test', 'Aunt, helps in the mornings'),
  ],
  'N-12': [
    home('Kay Jessop-Test', 'Mother'),
    lives('Lee Tranter-Test', 'Mother’s partner'),
    other('Joan Jessop-Test', 'Grandmother'),
  ],
  'N-13': [home('Nino Kirkby-Test', 'Mother'), home('Alan Kirkby-Test', 'Father')],
  'N-14': [
    home('Dawn Lomax-Test', 'Mother'),
    parent('Gary Lomax-Test', 'Father, lives elsewhere'),
    lives('Tyler Lomax-Test', 'Brother, aged 19'),
    other('Val Booth-Test', 'Mother’s friend, with whom the child often stays'),
    other('Reece Hart-Test', 'Boyfriend, aged 17'),
  ],
  'N-15': [home('Abi Marsden-Test', 'Expectant mother'), parent('Kane Stubbs-Test', 'Expectant father')],
  'N-16': [home('Ruth Nuttall-Test', 'Mother'), other('Hugh Nuttall-Test', 'Grandfather')],
  'N-17': [
    home('Nadia Elm-Test', 'Mother'),
    home('Craig Elm-Test', 'Father'),
    lives('Stacey Moss-Test', 'Lodger'),
    other('Irene Elm-Test', 'Grandmother'),
  ],
  'N-18': [parent('Fiona Ormerod-Test', 'Mother'), lives('Glen Carter-Test', 'Foster carer')],
  'N-19': [home('Beth Pilling-Test', 'Mother'), parent('Adam Frost-Test', 'Father')],
  'N-20': [home('Mona Quayle-Test', 'Mother'), home('Eric Quayle-Test', 'Father')],
}

/** Lives with the child and has parental responsibility. */
function home(name: string, relation: string): Adult {
  return { name, relation, livesWith: true, parentalResponsibility: true }
}

/** Has parental responsibility and lives elsewhere. */
function parent(name: string, relation: string): Adult {
  return { name, relation, livesWith: false, parentalResponsibility: true }
}

function lives(name: string, relation: string): Adult {
  return { name, relation, livesWith: true, parentalResponsibility: false }
}

function other(name: string, relation: string): Adult {
  return { name, relation, livesWith: false, parentalResponsibility: false }
}
