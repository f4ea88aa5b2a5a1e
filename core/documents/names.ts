/** What a paper is, in the words of its file's name. */
export type PaperKind = 'chronology' | 'tracker' | 'actions' | 'close the loop' | 'form to fill'

const ENDINGS = {
  chronology: 'docx',
  tracker: 'xlsx',
  actions: 'docx',
  'close the loop': 'docx',
  'form to fill': 'docx',
} as const

/** "N-08 chronology.docx". `about` is a case's reference or a round's code: a file's name says nothing else. */
export function fileNameOf(about: string, kind: PaperKind): string {
  return `${about} ${kind}.${ENDINGS[kind]}`
}

const MOST = 100
const SHAPE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ()_.-]*[\p{L}\p{N})])?$/u
/** Windows and SharePoint keep these for themselves, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|desktop\.ini|forms)(?:\.|$)|_vti_/i

/**
 * True for a name that a disk and SharePoint both take and that leads nowhere else: letters, digits, spaces and
 * `( ) _ . -`, no two dots together, a letter or digit first, up to 100 characters.
 */
export function isFolderName(name: string): boolean {
  return (
    name.length <= MOST &&
    SHAPE.test(name) &&
    !name.includes('..') &&
    !RESERVED.test(name) &&
    name === name.normalize('NFC')
  )
}

/** As a folder's name, with an ending: "N-08 chronology.docx". */
export function isFileName(name: string): boolean {
  return isFolderName(name) && /[^.]\.[a-z0-9]{1,8}$/.test(name)
}

/** "N-08 chronology v2.docx" after "N-08 chronology.docx", and v3 after that. */
export function nextVersionOf(name: string): string {
  const { stem, version, ending } = partsOf(name)
  return `${stem} v${version + 1}${ending}`
}

/** Puts versions of one paper in their order: v2 before v10. */
export function byNameAndVersion(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  if (left.stem !== right.stem) return left.stem < right.stem ? -1 : 1
  return left.version - right.version || (left.ending < right.ending ? -1 : 1)
}

/** A name without "v2" is version 1. */
function partsOf(name: string) {
  const dot = name.lastIndexOf('.')
  const [whole, ending] = dot === -1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  const [, stem = whole, digits = '1'] = /^(.+) v([1-9]\d{0,3})$/.exec(whole) ?? []
  return { stem, version: Number(digits), ending }
}
