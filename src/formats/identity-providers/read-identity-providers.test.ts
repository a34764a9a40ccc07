import { expect, test } from 'vitest'
import { IdentityProvidersError, readIdentityProviders } from './read-identity-providers.ts'

const good = `
- id: almaty-staff
  city: almaty
  issuer: https://sso.almaty.example
  clientId: bagdar
  clientSecret: a-secret
  name: { kk: Алматы қызметі, ru: Служба Алматы }
  amr: [otp, hwk]
`

test('a file of providers is read; what is left out vouches for no second factor', () => {
  expect(readIdentityProviders(good)).toEqual([
    {
      id: 'almaty-staff',
      city: 'almaty',
      issuer: 'https://sso.almaty.example',
      clientId: 'bagdar',
      clientSecret: 'a-secret',
      name: { kk: 'Алматы қызметі', ru: 'Служба Алматы' },
      acr: [],
      amr: ['otp', 'hwk'],
    },
  ])
  expect(readIdentityProviders('')).toEqual([])
})

test.each([
  { case: 'a provider in clear', text: good.replace('https://sso', 'http://sso'), says: '0.issuer: begins with https://' },
  { case: 'a host that only looks like this machine', text: good.replace('https://sso.almaty', 'http://localhost'), says: '0.issuer' },
  { case: 'a field that is missing', text: good.replace('  clientId: bagdar\n', ''), says: '0.clientId' },
  { case: 'a field that is mistyped', text: good.replace('amr:', 'arm:'), says: 'arm' },
  { case: 'an id that fits no address', text: good.replace('almaty-staff', 'Almaty/1'), says: '0.id: is small letters' },
  { case: 'no name in any language', text: good.replace(/name: .*/, 'name: {}'), says: '0.name: needs the name' },
  { case: 'one id twice', text: good + good, says: 'Two providers have the id almaty-staff' },
  { case: 'no YAML', text: '- id: [', says: 'cannot be read as YAML' },
])('$case is refused with what is wrong', ({ text, says }) => {
  expect(() => readIdentityProviders(text)).toThrow(IdentityProvidersError)
  expect(() => readIdentityProviders(text)).toThrow(says)
})

test('on this machine a provider may be tried out in clear', () => {
  expect(readIdentityProviders(good.replace('https://sso.almaty.example', 'http://127.0.0.1:3000'))).toHaveLength(1)
})
