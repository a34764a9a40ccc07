import { URI, type TOTP } from 'otpauth'
import { invitePerson } from '../../src/actions/accounts/invite-person.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { Role } from '../../src/books/accounts/role.ts'
import { newSecret } from '../../src/services/secret-key.ts'
import type { TestSite } from './server.ts'
import { hiddenOf, type WebReader } from './web-reader.ts'

export const goodPassword = 'tree house river seven'

interface Joining {
  city: City
  role?: Role
  department?: string
  email: string
  now: () => Date
}

/** The link of an invitation, as the command line prints it, without the address of the site. */
export async function inviteLink(site: TestSite, { city, role = 'administrator', department = '', email, now }: Joining): Promise<string> {
  const invited = await invitePerson({ city, role, email, department, name: '', invitedBy: null }, { ...site.record, newSecret, now })
  if (!invited.ok) throw new Error(invited.refusal.code)
  return `/en/invite?token=${invited.value.secret}`
}

/** Takes an invitation up in a browser and sets up the second factor: the reader is signed in at the end. */
export async function join(site: TestSite, reader: WebReader, joining: Joining): Promise<{ totp: TOTP; recoveryCodes: string[] }> {
  const link = await inviteLink(site, joining)
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const accepted = await reader.post('/en/invite', { token, name: 'Aigul Saparova', password: goodPassword })
  if (accepted.status !== 303) throw new Error(`The invitation was answered with ${accepted.status}.`)
  return await setUpTotp(reader, joining.now())
}

/** Sets up the second factor as an app would, from the key that the page shows. */
export async function setUpTotp(reader: WebReader, now: Date): Promise<{ totp: TOTP; recoveryCodes: string[] }> {
  const html = await (await reader.get('/en/account/second-factor')).text()
  const key = (/<code class="secret">([^<]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(/\s/g, '')
  const totp = URI.parse(`otpauth://totp/Bagdar?secret=${key}&period=30`) as TOTP
  const code = totp.generate({ timestamp: now.getTime() })
  const answer = await (await reader.post('/en/account/second-factor', { sealed: hiddenOf(html, 'sealed'), code })).text()
  return { totp, recoveryCodes: [...answer.matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map((match) => match[1] ?? '') }
}
