import { spawn } from 'node:child_process'

/** Runs a command to its end without showing what it prints. Gives back what it said, shortened, if it failed, else undefined. */
export function runQuietly(root, command, arguments_, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, arguments_, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let said = ''
    const listen = (chunk) => {
      said = (said + chunk).slice(-200_000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', (error) => resolve(`${command} could not be started: ${error.message}`))
    child.on('close', (code) => resolve(code === 0 ? undefined : endsOf(said) || `${command} failed.`))
  })
}

/** The reason stands at the beginning of what one tool prints, at the end of another's. */
function endsOf(said) {
  const lines = said.trim().split('\n')
  return lines.length <= 40
    ? lines.join('\n')
    : [...lines.slice(0, 20), '...', ...lines.slice(-20)].join('\n')
}
