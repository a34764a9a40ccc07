import { BlockList, isIP } from 'node:net'

/**
 * Addresses that lead nowhere outside, or somewhere that only the installation can reach: this machine, private and shared networks, link,
 * multicast, documentation, benchmarks, reserved.
 *
 * Source  IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates).
 */
const internal = new BlockList()
for (const range of (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 ' +
  '198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
).split(' '))
  add(range, 'ipv4')
// Within the space that is given out: Teredo and other protocols, documentation, and 6to4, which wraps an IPv4 address.
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) add(range, 'ipv6')

/** Of IPv6 only what is given out is public. IPv4-mapped, NAT64, local and multicast addresses lie outside it. */
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

function add(range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', bits] = range.split('/')
  internal.addSubnet(network, Number(bits), family)
}

/**
 * Whether an address is one of the public internet.
 *
 * @example
 * isPublicAddress('93.184.216.34') // => true
 * @example
 * isPublicAddress('::ffff:127.0.0.1') // => false
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !internal.check(address, 'ipv4')
  return family === 6 && !address.includes('%') && givenOut.check(address, 'ipv6') && !internal.check(address, 'ipv6')
}
