import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { networkOf, secondsToWait, triesOf } from './rate-limit.ts'
import { deviceOf, hasRunOut } from './session-rules.ts'
import { normalAddress, safePath } from './sign-in.ts'

describe('the way back', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/ru\\@evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/ru\r\nset-cookie: a=b',
    '/\t/evil.example',
    ' //evil.example',
    '/rust',
    '/api/v1',
    `/ru/${'a'.repeat(600)}`,
    '/ru/sign-out',
    '/kk/sign-in/again?to=/kk',
  ])('%j leads to the account', (to) => {
    expect(safePath(to, 'ru')).toBe('/ru/account')
  })

  test.each(['/ru', '/kk/almaty/desk', '/en/almaty/search?q=a%20b', '/ru/invite?token=abc', '/kk#top'])('%j is gone on to', (to) => {
    expect(safePath(to, 'en')).toBe(to)
  })

  test('whatever is asked for, the browser stays here', () => {
    const pieces = fc.constantFrom('/', '\\', '//', 'evil.example', '@', ':', 'https', 'ru', 'kk', '\t', '\n', '%2f', '.', '?', '#', ' ')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        expect(new URL(safePath(parts.join(''), 'ru'), 'https://bagdar.example').origin).toBe('https://bagdar.example')
      }),
      { numRuns: 5000, seed: 4 },
    )
  })
})

describe('an address', () => {
  test.each([
    ['a@b.kz', 'a@b.kz'],
    [' Aigul.S+city@Almaty.Gov.KZ ', 'aigul.s+city@almaty.gov.kz'],
    ['әлия@қала.қаз', 'әлия@қала.қаз'],
    ['a@b', null],
    ['a b@c.kz', null],
    ['a@b.kz, c@d.kz', null],
    ['"a"@b.kz', null],
    ['a@b.kz\r\nBcc: c@d.kz', null],
    ['a@-b.kz', null],
    ['@b.kz', null],
    [`${'a'.repeat(65)}@b.kz`, null],
    [`a@${'b'.repeat(250)}.kz`, null],
  ])('%j is kept as %j', (typed, kept) => {
    expect(normalAddress(typed)).toBe(kept)
  })
})

describe('a network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('limits', () => {
  const now = new Date('2026-11-23T09:00:20Z')
  const tries = (knownDevice: boolean) => triesOf('password', { account: 'a@b.kz', network: '203.0.113.7', knownDevice }, now)

  test('the longest wait counts', () => {
    const own = tries(true)
    const upTo = (limit: number) => own.map(({ most }) => (most === limit ? limit + 1 : 1))
    expect(secondsToWait(own, upTo(5), now)).toBe(40)
    expect(secondsToWait(own, upTo(10), now)).toBe(14 * 60 + 40)
    expect(
      secondsToWait(
        own,
        own.map(({ most }) => most),
        now,
      ),
    ).toBe(0)
  })

  test('a device where the person signed in before is not counted with the strangers', () => {
    expect(tries(false).filter(({ key }) => key.includes(' account '))).toHaveLength(1)
    expect(tries(true).filter(({ key }) => key.includes(' account '))).toHaveLength(0)
  })

  test('every window has a key of its own', () => {
    const keys = tries(false).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('sessions', () => {
  const nine = new Date('2026-11-23T09:00:00Z')
  const staff = { memberships: [{ cityId: 'a', role: 'editor' as const, department: null }] }
  test.each([
    { case: 'staff, just under half an hour idle', who: staff, idle: 29.9, age: 29.9, over: false },
    { case: 'staff, half an hour idle', who: staff, idle: 30, age: 30, over: true },
    { case: 'staff, busy for twelve hours', who: staff, idle: 1, age: 720, over: true },
    { case: 'a resident, a day idle', who: { memberships: [] }, idle: 1440, age: 1440, over: false },
    { case: 'a resident, thirty days idle', who: { memberships: [] }, idle: 43_200, age: 43_200, over: true },
    { case: 'a resident, ninety days', who: { memberships: [] }, idle: 1, age: 129_600, over: true },
  ])('V7.3.1 V7.3.2 $case: over is $over', ({ who, idle, age, over }) => {
    const at = (minutes: number) => new Date(nine.getTime() - minutes * 60_000)
    expect(hasRunOut({ createdAt: at(age), lastSeenAt: at(idle) }, who, nine)).toBe(over)
  })

  test.each([
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0.0.0 YaBrowser/24.12 Safari/537.36', 'Yandex, Windows'],
    ['<script>alert(1)</script>', ''],
  ])('%s is %j', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device)
  })
})
