/** The texts of each element of this name, in order, as a reader of the XML sees them. */
export function textsIn(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map(
    ([, text = '']) => unescaped(text),
  )
}

/** The element and all that it holds, each time it stands there. */
export function elementsIn(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>.*?</${element}>`, 'gs'))].map(
    ([whole]) => whole,
  )
}

const SIGNS = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
])

function unescaped(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => SIGNS.get(name) ?? whole)
}
