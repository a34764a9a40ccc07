import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the next token says otherwise than it should. */
export interface Wrong {
  claims?: Record<string, unknown>
  /** `none`: unsigned; `other-key`: signed with a key that is not published; `HS256`: signed with the client's secret. */
  signed?: 'none' | 'other-key' | 'HS256'
}

export interface StubProvider {
  issuer: string
  /** The nonce that the token must carry; the test reads it from the address that it was sent to. */
  nonce: string
  subject: string
  wrong: Wrong
  /** What discovery answers instead. */
  discovery: 'good' | 'elsewhere' | 'silent' | 'broken'
  /** The code that the browser brings back. */
  code: string
  /** For which code and secret half of PKCE it gave which tokens. */
  given: Array<{ code: string; verifier: string; tokens: string[] }>
  /** Paths that were asked for. */
  asked: string[]
  close(): Promise<void>
}

/** Made once: a pair of keys takes longer than a test. */
const [own, other] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })]

/** A provider that signs what it is told to: right, or wrong in one way. */
export async function openStubProvider(client: { clientId: string; clientSecret: string }, elsewhere = ''): Promise<StubProvider> {
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stub: StubProvider = {
    issuer,
    nonce: '',
    subject: 'aigul',
    wrong: {},
    discovery: 'good',
    code: `code-${randomUUID()}`,
    given: [],
    asked: [],
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const token = (): string => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: client.clientId,
      sub: stub.subject,
      nonce: stub.nonce,
      iat: now,
      exp: now + 300,
      ...stub.wrong.claims,
    }
    return jwt(claims, stub.wrong.signed, { own: own.privateKey, other: other.privateKey, secret: client.clientSecret })
  }
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '', issuer).pathname
    stub.asked.push(path)
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (path === '/.well-known/openid-configuration') {
      if (stub.discovery === 'silent') return
      if (stub.discovery === 'broken') return void json({ error: 'fault' }, 500)
      if (stub.discovery === 'elsewhere') return void response.writeHead(302, { location: elsewhere }).end()
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (path === '/keys') return void json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] })
    if (path === '/token') {
      const tokens = [randomUUID(), token()]
      void text(request).then((body) => {
        const asked = new URLSearchParams(body)
        stub.given.push({ code: asked.get('code') ?? '', verifier: asked.get('code_verifier') ?? '', tokens })
        json({ access_token: tokens[0], token_type: 'Bearer', expires_in: 60, id_token: tokens[1] })
      })
      return
    }
    json({}, 404)
  })
  return stub
}

function jwt(claims: object, signed: Wrong['signed'], keys: { own: KeyObject; other: KeyObject; secret: string }): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const alg = signed === 'none' || signed === 'HS256' ? signed : 'RS256'
  const text = `${part({ alg, typ: 'JWT', kid: 'own' })}.${part(claims)}`
  if (signed === 'none') return `${text}.`
  if (signed === 'HS256') return `${text}.${createHmac('sha256', keys.secret).update(text).digest('base64url')}`
  return `${text}.${sign('sha256', Buffer.from(text), signed === 'other-key' ? keys.other : keys.own).toString('base64url')}`
}
