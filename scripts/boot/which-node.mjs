import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const WANTED = 24

/** One sentence if this Node can neither install nor serve, or undefined. */
export function refusalOf(root) {
  const version = process.versions.node
  const major = Number.parseInt(version, 10)
  if (pinnedPackage(root)) {
    return major >= 20
      ? undefined
      : `This needs Node 20 or newer to start, and found ${version}: see nodejs.org.`
  }
  if (major >= WANTED) return undefined
  return `On this kind of machine (${process.platform}, ${process.arch}) please install Node ${WANTED} or newer from nodejs.org: found ${version}.`
}

/** The Node that runs everything after boot: the one among the packages, or this one where none is packaged. */
export function nodeThatServes(root) {
  const pinned = pinnedPackage(root)
  if (!pinned) return process.execPath
  const binary = join(root, 'node_modules', pinned, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(binary) ? binary : undefined
}

function pinnedPackage(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return name in optionalDependencies ? name : undefined
}
