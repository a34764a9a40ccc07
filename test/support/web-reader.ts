import type { Hono } from 'hono'

export interface ReaderOptions {
  /** Address that the reader's connection comes from. */
  address?: string
  headers?: Readonly<Record<string, string>>
}

/** A browser without a screen: it keeps cookies, sends forms as ours do, and follows nothing by itself. */
export class WebReader {
  readonly cookies = new Map<string, string>()
  readonly #app: Hono
  readonly #address: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(app: Hono, { address = '127.0.0.1', headers = {} }: ReaderOptions = {}) {
    this.#app = app
    this.#address = address
    this.#headers = headers
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {})
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.#send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    })
  }

  async #send(path: string, request: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.#headers, ...(request.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) }
    const url = new URL(path, 'http://localhost')
    const response = await this.#app.request(
      url.pathname + url.search,
      { ...request, headers },
      { incoming: { socket: { remoteAddress: this.#address, remotePort: 40_000, remoteFamily: 'IPv4' } } },
    )
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }
}

export const headingOf = (html: string): string => (/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '')

/** Value of a hidden field. */
export const hiddenOf = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
