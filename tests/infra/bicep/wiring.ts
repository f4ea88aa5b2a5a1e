import { dirname, join, relative } from 'node:path'

import { modulesOf } from './house.ts'
import type { House } from './house.ts'
import { under, walk } from './tree.ts'
import type { BicepFile, Module, Value } from './tree.ts'

/** What Bicep itself brings, of what we use. */
const FUNCTIONS = new Set(
  'batchSize concat description empty guid json loadJsonContent maxLength maxValue minLength minValue readEnvironmentVariable allowed resourceGroup secure string subscriptionResourceId tenant union uniqueString'.split(
    ' ',
  ),
)

/** Names, parameters, modules and outputs: what is used is declared, what is declared is used, what is asked for is given. */
export function wiringFaults(house: House): readonly string[] {
  return [
    ...[...house.values()].flatMap((file) => [...nameFaults(file), ...unusedFaults(file)]),
    ...modulesOf(house).flatMap(({ file, it }) => moduleFaults(house, file, it)),
    ...[...house.values()].flatMap((file) => outputFaults(house, file)),
    ...[...house.values()].flatMap((file) => sizesFaults(house, file)),
    ...orphans(house),
  ]
}

/** Parameters without a default: whoever deploys has to say them. */
function required(file: BicepFile): readonly string[] {
  return file.params.filter(({ value }) => value === undefined).map(({ name }) => name)
}

function declaredIn(file: BicepFile): ReadonlySet<string> {
  const all = [...file.params, ...file.vars, ...file.resources, ...file.modules]
  return new Set(all.map(({ name }) => name))
}

function nameFaults(file: BicepFile): readonly string[] {
  const declared = declaredIn(file)
  return namesUsed(file).flatMap(({ name, line, isCalled }) => {
    if (isCalled ? FUNCTIONS.has(name) : declared.has(name)) return []
    return [`${file.path}:${line}: nothing is called ${name}`]
  })
}

type Used = { readonly name: string; readonly line: number; readonly isCalled: boolean }

/** Every name in an expression, without the keys of objects and what a loop brings along. */
function namesUsed(file: BicepFile): readonly Used[] {
  const used: Used[] = []
  const loops: string[] = []
  walk(file.root, (node) => {
    if (node.type === 'for_statement') {
      const name = node.childForFieldName('initializer')?.text ?? node.namedChild(0)?.text
      if (name !== undefined) loops.push(name)
    }
  })
  walk(file.root, (node) => {
    const { parent } = node
    if (node.type !== 'identifier' || !parent || loops.includes(node.text)) return
    const isDeclared = parent.type.endsWith('_declaration') && parent.namedChild(0)?.id === node.id
    const isKey = parent.type === 'object_property' && parent.namedChild(0)?.id === node.id
    if (isDeclared || isKey || parent.type === 'type') return
    const isCalled = parent.type === 'call_expression' && parent.childForFieldName('function')?.id === node.id
    used.push({ name: node.text, line: node.startPosition.row + 1, isCalled })
  })
  return used
}

function unusedFaults(file: BicepFile): readonly string[] {
  if (file.path.endsWith('.bicepparam')) return []
  const used = new Set(namesUsed(file).map(({ name }) => name))
  return [...file.params, ...file.vars]
    .filter(({ name }) => !used.has(name))
    .map(({ name, line }) => `${file.path}:${line}: nobody uses ${name}`)
}

function moduleFaults(house: House, file: BicepFile, module: Module): readonly string[] {
  const at = `${file.path}:${module.line}: ${module.name}`
  const target = targetOf(house, file, module)
  if (!target) return [`${at} leads to ${module.path}, which is not there`]
  const given = under(file, module.body, 'params').flatMap((each) =>
    each.kind === 'object' ? each.properties : [],
  )
  const names = new Set(given.map(({ name }) => name))
  const declared = new Map(target.params.map((param) => [param.name, param]))
  return [
    ...given.filter(({ name }) => !declared.has(name)).map(({ name }) => `${at} has no parameter ${name}`),
    ...required(target)
      .filter((name) => !names.has(name))
      .map((name) => `${at} is not given ${name}`),
    ...given.flatMap(({ name, value }) => {
      const [wanted, is] = [declared.get(name)?.type, typeOf(house, file, value)]
      return wanted === undefined || is === undefined || wanted === is
        ? []
        : [`${at} is given ${is} as ${name}, which is ${wanted}`]
    }),
  ]
}

function targetOf(house: House, file: BicepFile, module: Module): BicepFile | undefined {
  return house.get(join(dirname(file.path), module.path))
}

/** The type of a value where it can be told: literals, parameters, and outputs of modules. */
function typeOf(house: House, file: BicepFile, value: Value): string | undefined {
  if (value.kind === 'text') return 'string'
  if (value.kind === 'number') return 'int'
  if (value.kind === 'boolean') return 'bool'
  if (value.kind !== 'expression') return undefined
  const { node } = value
  if (node.type === 'string') return 'string'
  if (node.type === 'unary_expression' && node.text.startsWith('!')) return 'bool'
  const [name, part, output] = node.text.split('.')
  if (part === 'outputs') {
    const module = file.modules.find((each) => each.name === name)
    const target = module && targetOf(house, file, module)
    return target?.outputs.find((each) => each.name === output)?.type
  }
  return part === undefined ? file.params.find((each) => each.name === name)?.type : undefined
}

/** `network.outputs.nope` */
function outputFaults(house: House, file: BicepFile): readonly string[] {
  const faults: string[] = []
  walk(file.root, (node) => {
    const [name, part, output] = node.type === 'member_expression' ? node.text.split('.') : []
    if (part !== 'outputs' || output === undefined) return
    const module = file.modules.find((each) => each.name === name)
    const outputs = (module && targetOf(house, file, module)?.outputs) ?? []
    if (!outputs.some((each) => each.name === output))
      faults.push(`${file.path}:${node.startPosition.row + 1}: ${name} has no output ${output}`)
  })
  return [...new Set(faults)]
}

/** A file of sizes: gives what its template declares, all that has no default, and of the right type. */
function sizesFaults(house: House, file: BicepFile): readonly string[] {
  if (!file.path.endsWith('.bicepparam')) return []
  const said = /^using '([^']+)'/m.exec(file.text)?.[1]
  const template = said === undefined ? undefined : house.get(join(dirname(file.path), said))
  if (!template) return [`${file.path}: uses no template that there is`]
  const given = new Set(file.vars.map(({ name }) => name))
  return [
    ...file.vars.flatMap(({ name, line, value }) => {
      const wanted = template.params.find((param) => param.name === name)?.type
      if (wanted === undefined) return [`${file.path}:${line}: ${template.path} has no parameter ${name}`]
      const is = typeOf(house, file, value)
      return is === undefined || is === wanted
        ? []
        : [`${file.path}:${line}: ${name} is ${is}, not ${wanted}`]
    }),
    ...required(template)
      .filter((name) => !given.has(name))
      .map((name) => `${file.path}: does not give ${name}`),
  ]
}

/** A module that nobody includes is not part of the cell. */
function orphans(house: House): readonly string[] {
  const included = new Set(modulesOf(house).map(({ file, it }) => join(dirname(file.path), it.path)))
  return [...house.keys()]
    .filter((path) => path.startsWith('modules/') && !included.has(path))
    .map((path) => `${relative('.', path)}: nobody includes it`)
}
