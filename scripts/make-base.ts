// Writes src/store/embedded/base.tar.br: an initialised PostgreSQL directory, made by the installed PGlite.
// Run it after every change of PGlite's version: npx tsx scripts/make-base.ts
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'

const target = path.resolve(import.meta.dirname, '../src/store/embedded')
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-base-'))
const directory = path.join(work, 'database')

await PGlite.create(directory).then((fresh) => fresh.close()) // initdb
// Old write-ahead log is removed, not kept for later use: it would be most of the archive.
const database = await PGlite.create(directory, {
  startParams: [...PGlite.defaultStartParams, '-c', 'wal_recycle=off', '-c', 'min_wal_size=32MB'],
})
// There is one database, and nothing vacuums the others: as templates they would only age and take 25 MB.
await database.exec('update pg_database set datistemplate = false')
for (const template of ['template0', 'template1']) await database.exec(`drop database ${template}`)
await database.exec('vacuum full')
await database.exec('vacuum freeze analyze')
for (let round = 0; round < 2; round++) await database.exec('select pg_switch_wal(); checkpoint')
const { rows } = await database.query<{ server_version: string }>('show server_version')
await database.close()
fs.rmSync(path.join(directory, 'postmaster.pid'), { force: true })

const tar = path.join(work, 'base.tar')
const names = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()
execFileSync(
  'tar',
  ['--format=ustar', '--no-recursion', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '-cf', tar, '-C', directory, '-T', '-'],
  {
    input: names.join('\n'),
  },
)
const content = fs.readFileSync(tar)
const packed = zlib.brotliCompressSync(content, {
  params: {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  },
})
fs.rmSync(work, { recursive: true })

const { version } = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../node_modules/@electric-sql/pglite/package.json'), 'utf8'),
) as { version: string }
fs.writeFileSync(path.join(target, 'base.tar.br'), packed)
fs.writeFileSync(
  path.join(target, 'base.json'),
  JSON.stringify({ pglite: version, postgres: rows[0]?.server_version, files: names.length, bytes: packed.length }, null, 2) + '\n',
)
console.log(`${names.length} files, ${content.length} bytes, packed ${packed.length}`)
