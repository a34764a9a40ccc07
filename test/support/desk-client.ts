import { randomUUID } from 'node:crypto'
import type { Role } from '../../src/books/accounts/role.ts'
import type { Viewer } from '../../src/books/accounts/viewer.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from './server.ts'

/** Somebody of the city's staff who has just signed in with a second factor. */
export const officer = (city: City, role: Role, department: string | null = null): Viewer => ({
  personId: randomUUID(),
  name: role,
  language: 'en',
  memberships: [{ cityId: city.id, role, department }],
  sessionId: randomUUID(),
  authenticatedAt: new Date(),
  secondFactor: true,
})

export interface DeskClient {
  get(path: string): Promise<Response>
  /** A form of our own pages; a key of its own unless one is given. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>
  /** A form with a file. */
  send(path: string, body: BodyInit): Promise<Response>
}

/** The desk of a city in English, as one person sees it. */
export function deskClient(site: TestSite, city: City, viewer: Viewer): DeskClient {
  const app = site.app({ findViewer: async () => viewer })
  const base = `http://localhost/en/${city.slug}`
  const headers = { cookie: 'session=x', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
  const send = async (path: string, body: BodyInit) => await app.request(new Request(base + path, { method: 'POST', headers, body }))
  return {
    get: async (path) => await app.request(new Request(base + path, { headers })),
    post: async (path, fields) => await send(path, new URLSearchParams({ formKey: randomUUID(), ...fields })),
    send,
  }
}
