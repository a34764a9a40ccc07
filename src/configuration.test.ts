import { expect, test } from 'vitest'
import { ConfigurationError, readConfiguration } from './configuration.ts'

test('nothing set is the demonstration on this machine only', () => {
  expect(readConfiguration({})).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    mode: 'demo',
    databaseUrl: null,
    publicUrl: null,
    trustedProxies: [],
  })
})

test('an empty variable counts as not set', () => {
  expect(readConfiguration({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 8080, databaseUrl: null })
})

test.each([
  { case: 'demo refuses the network', environment: { HOST: '0.0.0.0' }, says: /DEMO_PUBLIC=1/ },
  { case: 'production needs its address', environment: { MODE: 'production' }, says: /PUBLIC_URL/ },
  { case: 'a port that is none', environment: { PORT: 'eighty' }, says: /PORT must be a number/ },
  { case: 'a port out of range', environment: { PORT: '70000' }, says: /65535/ },
  { case: 'another database', environment: { DATABASE_URL: 'mysql://x' }, says: /postgres:\/\// },
  { case: 'an unknown mode', environment: { MODE: 'test' }, says: /demo or production/ },
  { case: 'a program without its path', environment: { SIGNATURE_VERIFIER: 'verify' }, says: /whole path/ },
  {
    case: 'another program without its path',
    environment: { TRANSLATION_SERVICE: 'translate' },
    says: /TRANSLATION_SERVICE must be the whole path/,
  },
  { case: 'an address in place of a host', environment: { FETCH_ALLOWED_HOSTS: 'https://sdmx.example/' }, says: /names of hosts/ },
  { case: 'an address with a path', environment: { PUBLIC_URL: 'https://a.example/x' }, says: /without path/ },
])('$case', ({ environment, says }) => {
  expect(() => readConfiguration(environment)).toThrow(ConfigurationError)
  expect(() => readConfiguration(environment)).toThrow(says)
})

test('hosts that imports may fetch from', () => {
  const hosts = (text: string) => readConfiguration({ FETCH_ALLOWED_HOSTS: text }).fetchAllowedHosts
  expect([hosts(''), hosts('SDMX.stat.example, 10.0.0.7:8080,[fd00::1]:80')]).toEqual([
    [],
    ['sdmx.stat.example', '10.0.0.7:8080', '[fd00::1]:80'],
  ])
})

test('demo on the network when it is wanted', () => {
  expect(readConfiguration({ HOST: '0.0.0.0', DEMO_PUBLIC: '1' })).toMatchObject({ host: '0.0.0.0', demoPublic: true })
})
