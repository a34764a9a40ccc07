import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { translationService } from './translation-service.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-translator-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** A program of a city, written for one test. */
function program(script: string): string {
  const file = path.join(folder, 'translate')
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 })
  return file
}
const asked = { from: 'kk', to: 'ru', texts: ['Жарық «керек»\n"иә"', 'Мәтін'] } as const
const ask = async (script: string, seconds = 20) => await translationService(program(script), seconds).translate(asked)

test('it reads languages and texts as JSON and answers in their order', async () => {
  const stub = fileURLToPath(new URL('../../test/support/stub-translator.mjs', import.meta.url))
  const service = translationService(program(`exec "${process.execPath}" "${stub}"`))
  expect(service.name).toBe('translate')
  expect(await service.translate(asked)).toEqual({ ok: true, value: ['kk→ru: Жарық «керек»\n"иә"', 'kk→ru: Мәтін'] })
})

test('it sees nothing of the server’s environment', async () => {
  process.env['BAGDAR_SECRET_OF_A_TEST'] = 'secret'
  expect(await ask(`printf '{"texts":["%s","b"]}' "$BAGDAR_SECRET_OF_A_TEST$HOME"`)).toEqual({ ok: true, value: ['', 'b'] })
  delete process.env['BAGDAR_SECRET_OF_A_TEST']
})

test.each([
  { case: 'ends badly', script: 'echo "no key" >&2; exit 3', reason: 'no key' },
  { case: 'says no JSON', script: 'echo yes', reason: 'its answer is no JSON' },
  { case: 'says too much', script: 'yes', reason: 'its answer is too long' },
  { case: 'answers one text of two', script: `printf '{"texts":["a"]}'`, reason: 'its answer has not 2 texts' },
  { case: 'answers something else', script: `printf 'null'`, reason: 'its answer has not 2 texts' },
  { case: 'does not read what it is given', script: 'exec 0<&-; exit 1', reason: 'exit 1' },
])('a program that $case gives no translation', async ({ script, reason }) => {
  expect(await ask(script)).toMatchObject({ ok: false, refusal: { code: 'translation_failed', field: 'text', details: { reason } } })
})

test('a program that takes too long is ended', async () => {
  expect(await ask('sleep 60', 0.3)).toMatchObject({ ok: false, refusal: { code: 'translation_late', details: { seconds: 0.3 } } })
})

test('what cannot be started is told at the start', () => {
  expect(() => translationService(path.join(folder, 'nothing'))).toThrow(/ENOENT/)
  expect(() => translationService(folder)).toThrow('it is no file')
})
