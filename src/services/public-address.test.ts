import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  '8.8.8.8',
  '93.184.216.34',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.1.1',
  '2606:2800:220:1:248:1893:25c8:1946',
  '2a00:1450:4010::',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

test.each([
  { case: 'this machine', addresses: ['127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::'] },
  { case: 'private networks', addresses: ['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd12:3456::1', 'fec0::1'] },
  { case: 'the link, where clouds tell their secrets', addresses: ['169.254.169.254', 'fe80::1', 'fe80::1%eth0'] },
  { case: 'shared between customers of a provider', addresses: ['100.64.0.1', '100.127.255.255'] },
  { case: 'many at once', addresses: ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1'] },
  { case: 'IPv4 in IPv6', addresses: ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1'] },
  { case: 'tunnels: 6to4, Teredo', addresses: ['2002:7f00:1::', '2001:0:7f00:1::', '192.88.99.1'] },
  { case: 'examples and trials', addresses: ['192.0.2.1', '198.51.100.1', '203.0.113.9', '198.18.0.1', '2001:db8::1', '3fff::1'] },
  { case: 'no address at all', addresses: ['', 'localhost', '127.1', '0x7f000001'] },
])('not public: $case', ({ addresses }) => {
  expect(addresses.filter((address) => isPublicAddress(address))).toEqual([])
})
