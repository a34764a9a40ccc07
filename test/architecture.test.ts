import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * What each room may import besides itself (the table of the house), and which npm packages its purpose needs.
 * `main.ts` and the other programs beside it join the rooms and may import everything.
 */
const rooms: Record<string, { rooms: string[]; packages: string[] }> = {
  kernel: { rooms: [], packages: ['node:crypto'] },
  books: { rooms: ['kernel'], packages: [] },
  formats: {
    rooms: ['books', 'kernel'],
    packages: [
      ...['js-yaml', 'yaml', 'read-excel-file', 'docx', 'zod', 'h3-js', 'sql.js', '@maplibre/geojson-vt', '@maplibre/vt-pbf'],
      'ical-generator',
      ...['hyparquet', 'hyparquet-writer'],
      'saxes',
      'write-excel-file',
      ...['node:crypto', 'node:fs', 'node:path', 'node:zlib'],
    ],
  },
  jsx: { rooms: [], packages: ['hono'] },
  charts: { rooms: ['books', 'kernel'], packages: ['d3-scale', 'd3-shape', 'hono'] },
  store: { rooms: ['books'], packages: ['kysely', 'pg', '@electric-sql/pglite', 'tsx', 'node:*'] },
  pages: { rooms: ['books', 'charts'], packages: ['hono', 'intl-messageformat', 'uqr'] },
  actions: { rooms: ['books', 'formats', 'charts', 'pages'], packages: [] },
  islands: {
    rooms: ['books', 'formats', 'kernel'],
    packages: ['maplibre-gl', 'pmtiles', '@simplewebauthn/browser', 'read-excel-file', 'write-excel-file'],
  },
  services: {
    rooms: ['books'],
    packages: [
      ...['@simplewebauthn/server', '@node-rs/argon2', 'otpauth', 'openid-client', 'nodemailer', 'pg-boss', 'prom-client'],
      '@myriaddreamin/typst-ts-web-compiler',
      ...['node:*', 'tsx'],
    ],
  },
  web: {
    rooms: ['actions', 'pages', 'formats', 'books'],
    packages: ['hono', '@hono/zod-openapi', '@hono/node-server', 'node:crypto', 'node:events', 'node:http', 'node:zlib'],
  },
  cli: { rooms: ['actions', 'pages', 'formats', 'books'], packages: ['node:util', 'node:fs', 'node:path', 'node:crypto'] },
}

const source = path.resolve(import.meta.dirname, '../src')
const files = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.d\.ts$/.test(file))
const productFiles = files.filter((file) => !/\.test\.tsx?$/.test(file))

/** Every module that a file imports, whether for types or for values. */
function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(source, file), 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

const roomOf = (file: string): string | null => (file.includes('/') ? (file.split('/')[0] ?? null) : null)

test('every folder of the house is a room that is written down here', () => {
  const found = new Set(files.map(roomOf).filter((room) => room !== null))
  expect([...found].filter((room) => !(room in rooms))).toEqual([])
})

describe.each(Object.entries(rooms))('%s', (room, allowed) => {
  const own = productFiles.filter((file) => roomOf(file) === room)

  test('imports only the rooms that it may', () => {
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((module) => module.startsWith('.'))
        .map((module) => path.posix.normalize(path.posix.join(path.posix.dirname(file), module)))
        .filter((target) => {
          if (target.startsWith('../locales/')) return room !== 'pages'
          const other = roomOf(target)
          return other !== room && (other === null || !allowed.rooms.includes(other))
        })
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('imports only the packages that it needs', () => {
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((module) => !module.startsWith('.'))
        .filter(
          (module) =>
            !allowed.packages.some((name) =>
              name.endsWith('*') ? module.startsWith(name.slice(0, -1)) : module === name || module.startsWith(`${name}/`),
            ),
        )
        .map((module) => `${file} imports ${module}`),
    )
    expect(wrong).toEqual([])
  })
})

test('only main.ts and the programs beside it ask the environment', () => {
  const asking = productFiles.filter(
    (file) => roomOf(file) !== null && /\bprocess\.env\b/.test(fs.readFileSync(path.join(source, file), 'utf8')),
  )
  expect(asking).toEqual([])
})

test('nobody below main.ts asks the clock or rolls dice', () => {
  const pure = new Set(['kernel', 'books', 'formats', 'charts', 'store', 'pages', 'actions', 'web', 'cli'])
  const asking = productFiles
    .filter((file) => pure.has(roomOf(file) ?? ''))
    .filter((file) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/.test(fs.readFileSync(path.join(source, file), 'utf8')))
  expect(asking).toEqual([])
})
