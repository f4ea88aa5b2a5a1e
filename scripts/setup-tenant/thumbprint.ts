import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** How a registration names the certificate of a file: its SHA-1, which Graph writes in base64, the command line in hex. */
export async function thumbprintOf(file: string): Promise<readonly string[]> {
  try {
    const hex = new X509Certificate(await readFile(file, 'utf8')).fingerprint.replaceAll(':', '')
    return [hex, Buffer.from(hex, 'hex').toString('base64')]
  } catch {
    return []
  }
}
