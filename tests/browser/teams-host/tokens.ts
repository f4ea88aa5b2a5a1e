let made = 0

/** What looks like a token of Entra and lasts for so long; who it stands for is the door's to say. */
export function aToken(lastsS = 3600): string {
  made += 1
  const claims = { jti: `token-${made}`, exp: Math.floor(Date.now() / 1000) + lastsS }
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmVk`
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
