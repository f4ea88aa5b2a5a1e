import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { runQuietly } from './run-quietly.mjs'

/**
 * True if npm's own record of what lies in node_modules agrees with package-lock.json. npm writes that record
 * last, so an interrupted installation has none; a developer's `npm install` counts as well as our own.
 */
export function isInstalled(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  const stray = Object.keys(present).some((path) => !(path in wanted))
  return (
    !stray && Object.entries(wanted).every(([path, entry]) => path === '' || agrees(entry, present[path]))
  )
}

/** True if something was installed here before, whatever it was. */
export function wasInstalled(root) {
  return existsSync(join(root, 'node_modules', '.package-lock.json'))
}

/** Installs exactly what package-lock.json names, running no package's own scripts. Gives back what npm said if it failed. */
export function install(root) {
  const arguments_ = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env['npm_execpath']
  if (npm?.endsWith('npm-cli.js')) return runQuietly(root, process.execPath, [npm, ...arguments_])
  return runQuietly(root, 'npm', arguments_, { shell: process.platform === 'win32' })
}

function agrees(wanted, present) {
  if (!present) return wanted.optional === true || wanted.devOptional === true
  return present.version === wanted.version && present.integrity === wanted.integrity
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
