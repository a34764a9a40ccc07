import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { signatureVerifier } from './signature-verifier.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-verifier-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** A program of a city, written for one test. */
function program(name: string, script: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 })
  return file
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const ask = async (script: string, timeStamp: Uint8Array | null = null, seconds = 5) =>
  await signatureVerifier(program('verify', script), seconds).verify(bytes('paper'), { signature: bytes('blob'), timeStamp })

test('it gets document and signature as files, and its answer comes back as it gave it', async () => {
  const says = `printf '{"valid":%s,"signer":"%s","files":%s,"more":[1]}' "$([ "$(cat "$2")" = blob ] && echo true)" "$(cat "$1")" "$#"`
  expect(await ask(says)).toEqual({ ok: true, value: { valid: true, signer: 'paper', files: 2, more: [1] } })
  expect(await ask(says, bytes('stamp'))).toMatchObject({ value: { files: 3 } })
})

test('it sees nothing of the server’s environment', async () => {
  process.env['BAGDAR_SECRET_OF_A_TEST'] = 'secret'
  expect(await ask(`printf '{"valid":true,"message":"%s"}' "$BAGDAR_SECRET_OF_A_TEST$HOME"`)).toEqual({
    ok: true,
    value: { valid: true, message: '' },
  })
  delete process.env['BAGDAR_SECRET_OF_A_TEST']
})

test('what it was given is gone when it has ended', async () => {
  const answer = await ask(`printf '{"valid":true,"message":"%s"}' "$1"`)
  const { message } = (answer as { value: { message: string } }).value
  expect(message).toMatch(/document$/)
  expect(fs.existsSync(path.dirname(message))).toBe(false)
})

test.each([
  {
    case: 'ends badly',
    script: 'echo "no certificate" >&2; exit 3',
    refusal: { code: 'verifier_failed', details: { reason: 'no certificate' } },
  },
  { case: 'says no JSON', script: 'echo yes', refusal: { code: 'verifier_failed', details: { reason: 'its answer is no JSON' } } },
  { case: 'says too much', script: 'yes', refusal: { code: 'verifier_failed', details: { reason: 'its answer is too long' } } },
  { case: 'is ended from outside', script: 'kill -9 $$', refusal: { code: 'verifier_failed', details: { reason: 'exit SIGKILL' } } },
])('a program that $case gives no answer', async ({ script, refusal }) => {
  expect(await ask(script)).toMatchObject({ ok: false, refusal })
})

test('a program that takes too long is ended, with everything that it started', async () => {
  const alive = path.join(folder, 'alive')
  const answer = await ask(`(sleep 2; touch "${alive}") & sleep 60`, null, 0.3)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'verifier_took_too_long', details: { seconds: 0.3 } } })
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(fs.existsSync(alive)).toBe(false)
})

test('what cannot be started is told at the start', () => {
  expect(() => signatureVerifier(path.join(folder, 'nothing'))).toThrow(/ENOENT/)
  expect(() => signatureVerifier(folder)).toThrow('it is no file')
  fs.writeFileSync(path.join(folder, 'text'), 'x', { mode: 0o600 })
  expect(() => signatureVerifier(path.join(folder, 'text'))).toThrow(/EACCES/)
})
