import { createPrivateKey, X509Certificate } from 'node:crypto'

import type { Proof } from './token-source.ts'

/**
 * The proof in a PEM that holds a private key and its certificate, in either order; undefined when it holds no such
 * pair, or the key is not the certificate's.
 */
export function proofIn(pem: string): Extract<Proof, { kind: 'certificate' }> | undefined {
  const [privateKey] =
    /-----BEGIN (?:RSA )?PRIVATE KEY-----[^]*?-----END (?:RSA )?PRIVATE KEY-----/.exec(pem) ?? []
  const [certificate] = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/.exec(pem) ?? []
  if (privateKey === undefined || certificate === undefined) return undefined
  try {
    const x509 = new X509Certificate(certificate)
    if (!x509.checkPrivateKey(createPrivateKey(privateKey))) return undefined
    return {
      kind: 'certificate',
      thumbprintSha256: x509.fingerprint256.replaceAll(':', ''),
      privateKey,
      x5c: certificate,
    }
  } catch {
    return undefined
  }
}
