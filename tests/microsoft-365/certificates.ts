import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** A key and its certificate, both PEM. */
export type Certificate = { readonly key: string; readonly cert: string }

export type TestAuthority = {
  /** For https servers on localhost and 127.0.0.1. */
  readonly server: Certificate
  readonly caPem: string
  /** For NODE_EXTRA_CA_CERTS of other processes. */
  readonly caFile: string
}

let known: TestAuthority | undefined

/** The certificate authority of this process's stand-ins, which this process trusts from now on. */
export function theTestAuthority(): TestAuthority {
  known ??= made()
  return known
}

function made(): TestAuthority {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = 'Stand-ins of this test run'
  const caPem = certificate({
    subject: name,
    issuer: name,
    of: ca.publicKey,
    by: ca.privateKey,
    isAuthority: true,
  })
  const cert = certificate({ subject: 'localhost', issuer: name, of: server.publicKey, by: ca.privateKey })
  const folder = mkdtempSync(join(tmpdir(), 'stand-ins-'))
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, caPem)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  setDefaultCACertificates([...getCACertificates('default'), caPem])
  return { server: { key: pem(server.privateKey), cert }, caPem, caFile }
}

/** A certificate as an application registers one: its own issuer, RSA, with the thumbprint that Entra asks for. */
export function anAppCertificate(
  subject = 'case-evaluations',
): Certificate & { readonly thumbprintSha256: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const cert = certificate({ subject, issuer: subject, of: publicKey, by: privateKey })
  return { key: pem(privateKey), cert, thumbprintSha256: thumbprintOf(cert) }
}

export function thumbprintOf(cert: string): string {
  const der = Buffer.from(cert.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  return createHash('sha256').update(der).digest('hex')
}

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

/** X.509 version 3 by hand (RFC 5280): what a test needs of it, without a program from outside. */
function certificate(options: {
  readonly subject: string
  readonly issuer: string
  readonly of: KeyObject
  readonly by: KeyObject
  readonly isAuthority?: boolean
}): string {
  const { subject, issuer, of, by, isAuthority = false } = options
  const algorithm =
    by.asymmetricKeyType === 'ec'
      ? sequence(oid('1.2.840.10045.4.3.2'))
      : sequence(oid('1.2.840.113549.1.1.11'), tlv(0x05))
  const extensions = isAuthority
    ? [
        extension('2.5.29.19', sequence(tlv(0x01, Buffer.from([0xff]))), true),
        extension('2.5.29.15', tlv(0x03, Buffer.from([1, 0b0000_0110])), true),
      ]
    : [
        extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.2'))),
        extension(
          '2.5.29.17',
          sequence(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.from([127, 0, 0, 1]))),
        ),
      ]
  const day = 24 * 60 * 60 * 1000
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    nameOf(issuer),
    sequence(timeOf(Date.now() - day), timeOf(Date.now() + 30 * day)),
    nameOf(subject),
    of.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions)),
  )
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', toBeSigned, by))
  const base64 = sequence(toBeSigned, algorithm, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(body.length.toString(16).replace(/^(?:..)*.$/, '0$&'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 + length.length]), length, body])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts)

const nameOf = (text: string): Buffer =>
  sequence(tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, Buffer.from(text)))))

const timeOf = (at: number): Buffer =>
  tlv(
    0x17,
    Buffer.from(
      `${new Date(at)
        .toISOString()
        .replaceAll(/[-T:]|\..*/g, '')
        .slice(2)}Z`,
    ),
  )

const extension = (id: string, value: Buffer, isCritical = false): Buffer =>
  sequence(oid(id), ...(isCritical ? [tlv(0x01, Buffer.from([0xff]))] : []), tlv(0x04, value))

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((number) => {
    const sevens = [number % 128]
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift((left % 128) + 128)
    return sevens
  })
  return tlv(0x06, Buffer.from(bytes))
}
