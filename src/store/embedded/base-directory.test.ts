import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installBaseDirectory, readBaseTar, readTar } from './base-directory.ts'
import { nodeDisk } from './disk.ts'
import base from './base.json' with { type: 'json' }

let folder: string
let directory: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-base-'))
  directory = path.join(folder, 'database')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

test('the base was made by the PGlite that is installed', () => {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(fs.readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8')) as { version: string }
  expect(base.pglite, 'after a change of version run: npx tsx scripts/make-base.ts').toBe(version)
  expect([...readTar(readBaseTar())]).toHaveLength(base.files)
})

test('the installed directory is what a standard tar would unpack', () => {
  installBaseDirectory(directory, nodeDisk)
  const other = path.join(folder, 'other')
  fs.mkdirSync(other)
  execFileSync('tar', ['-xf', '-', '-C', other], { input: readBaseTar() })
  execFileSync('diff', ['-r', directory, other])
  expect(fs.statSync(directory).mode & 0o777).toBe(0o700)
  expect(fs.existsSync(`${directory}.new`)).toBe(false)
})

test('what a crash left half installed is thrown away', () => {
  fs.mkdirSync(path.join(`${directory}.new`, 'base'), { recursive: true })
  fs.writeFileSync(path.join(`${directory}.new`, 'PG_VERSION'), 'half')
  fs.writeFileSync(path.join(`${directory}.new`, 'rest'), '')
  installBaseDirectory(directory, nodeDisk)
  expect(fs.readFileSync(path.join(directory, 'PG_VERSION'), 'utf8')).toBe('18\n')
  expect(fs.existsSync(path.join(directory, 'rest'))).toBe(false)
})
