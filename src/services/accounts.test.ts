import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hash } from '@node-rs/argon2'
import { accountServices } from './accounts.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { readSecret, secretKeyOf } from './secret-key.ts'
import { newTotpSecret, stepOfCode, totpAddress } from './totp.ts'

let folder: string
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-key-'))))
afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('passwords', () => {
  test('V11.4.2 V6.2.10 are Argon2id with at least 19 MiB and two passes', async () => {
    expect(await hashPassword('tree house river seven')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hashPassword('same words')).not.toBe(await hashPassword('same words'))
  })

  test('V6.2.8 are compared to the last character, and not folded', async () => {
    const long = 'ғ'.repeat(100)
    const kept = await hashPassword(long)
    expect(await checkPassword(kept, long)).toEqual({ right: true, outdated: false })
    expect((await checkPassword(kept, long.slice(1))).right).toBe(false)
    expect((await checkPassword(kept, `${long} `)).right).toBe(false)
    const composed = await hashPassword('caf\u00e9 by the river')
    expect((await checkPassword(composed, 'cafe\u0301 by the river')).right).toBe(false)
  })

  test('a hash with weaker parameters is told to be outdated', async () => {
    const weak = await hash('tree house river seven', { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 })
    expect(await checkPassword(weak, 'tree house river seven')).toEqual({ right: true, outdated: true })
  })

  test('nobody is never right', async () => {
    expect(await checkPassword(null, 'nobody has this password')).toEqual({ right: false, outdated: false })
  })
})

describe('codes of an app', () => {
  // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  test.each([
    { seconds: 59, code: '287082' },
    { seconds: 1_111_111_109, code: '081804' },
    { seconds: 1_234_567_890, code: '005924' },
    { seconds: 20_000_000_000, code: '353130' },
  ])('are those of RFC 6238 at $seconds s', ({ seconds, code }) => {
    expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  test('are taken one step early or late, and told as the step that they are of', () => {
    const at = (seconds: number) => stepOfCode(secret, '287082', new Date(seconds * 1000))
    expect([at(29), at(30), at(59), at(60), at(89), at(90)]).toEqual([1, 1, 1, 1, 1, null])
    expect(at(-1)).toBeNull()
  })

  test('V11.5.1 come from 160 random bits', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret()).not.toBe(newTotpSecret())
    expect(totpAddress(secret, 'dana@example.kz')).toMatch(/^otpauth:\/\/totp\/Bagdar:dana%40example\.kz\?.*secret=GEZD/)
  })
})

describe('the secret of the installation', () => {
  test('V13.3.1 is made at the first start, readable by its owner alone, and stays', () => {
    const directory = path.join(folder, 'data')
    const first = readSecret({ secretKey: null, dataDirectory: directory })
    expect(first).toHaveLength(32)
    expect(fs.statSync(path.join(directory, 'secret.key')).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(directory)).toEqual(['secret.key'])
    expect(readSecret({ secretKey: null, dataDirectory: directory })).toEqual(first)
  })

  test('comes from the configuration where it is set', () => {
    const secretKey = Buffer.alloc(32, 7).toString('base64')
    expect(readSecret({ secretKey, dataDirectory: folder })).toEqual(Buffer.alloc(32, 7))
    expect(fs.readdirSync(folder)).toEqual([])
  })

  test('a file that holds something else is not taken', () => {
    fs.writeFileSync(path.join(folder, 'secret.key'), 'short')
    expect(() => readSecret({ secretKey: null, dataDirectory: folder })).toThrow(/does not hold 32 bytes/)
  })

  test('two processes that start at once have one key', () => {
    const program = `import { readSecret } from '${path.resolve('src/services/secret-key.ts')}'; console.log(readSecret({ secretKey: null, dataDirectory: '${folder}' }).toString('hex'))`
    const script = path.join(folder, 'read.ts')
    fs.writeFileSync(script, program)
    const run = `"${process.execPath}" --import tsx "${script}"`
    const keys = execFileSync('sh', ['-c', `${run} & ${run} & wait`], { encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  test('V11.3.2 what is sealed opens with its key alone, and not when a bit of it was changed', () => {
    const [key, other] = [secretKeyOf(Buffer.alloc(32, 1)), secretKeyOf(Buffer.alloc(32, 2))]
    const sealed = key.seal('GEZDGNBVGY3TQOJQ')
    expect(key.unseal(sealed)).toBe('GEZDGNBVGY3TQOJQ')
    expect(key.seal('GEZDGNBVGY3TQOJQ')).not.toEqual(sealed)
    expect(sealed.includes('GEZD')).toBe(false)
    expect(() => other.unseal(sealed)).toThrow()
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => key.unseal(changed)).toThrow()
    }
    expect(() => key.unseal(Buffer.alloc(5))).toThrow()
    expect(key.keyedHash('code 1 123456')).not.toBe(other.keyedHash('code 1 123456'))
  })
})

test('V6.5.3 V11.5.1 codes and secrets are spread over all there are', () => {
  const services = accountServices({ secretKey: null, dataDirectory: folder })
  const codes = Array.from({ length: 2000 }, () => services.newCode())
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(1980)
  expect(new Set(codes.map((code) => code[0])).size).toBe(10)
  const recovery = Array.from({ length: 500 }, () => services.newRecoveryCode())
  expect(recovery.every((code) => /^[2-9a-kmnp-z]{16}$/.test(code))).toBe(true)
  expect(new Set(recovery.join('')).size).toBe(32)
  expect(new Set(recovery).size).toBe(500)
})
