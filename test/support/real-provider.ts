import http from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface RealProvider {
  issuer: string
  /** Who signs in there next, and how. */
  who: { subject: string; amr: string[] }
  close(): Promise<void>
}

/** A real OpenID Connect provider on loopback, where whoever comes is `who` at once. */
export async function openRealProvider(client: { clientId: string; clientSecret: string; redirectUri: string }): Promise<RealProvider> {
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [client.redirectUri] }],
    claims: { openid: ['sub', 'amr'] },
    findAccount: async (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of the test'] },
  })
  const real: RealProvider = {
    issuer,
    who: { subject: 'aigul', amr: ['pwd'] },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response)
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response)
      if (prompt.name === 'login') {
        const login = { accountId: real.who.subject, amr: real.who.amr }
        return await provider.interactionFinished(request, response, { login })
      }
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
      grant.addOIDCScope('openid')
      await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true })
    })()
  })
  return real
}

/** Goes through the provider's own pages as a browser would, and returns where it sends the reader back to. */
export async function goThrough(issuer: string, address: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(address)
  for (let step = 0; step < 10; step++) {
    if (next.origin !== issuer) return next
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value.join('='))
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`${next.pathname} answers ${response.status}: ${await response.text()}`)
    next = new URL(location, next)
  }
  throw new Error('The provider sends round in a circle.')
}
