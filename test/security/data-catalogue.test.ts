import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnsOf, dataCatalogue, protectionLevels } from '../../src/books/accounts/data-catalogue.ts'
import type { Database } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { testDatabases } from '../support/test-databases.ts'

describe.each(testDatabases().slice(0, 1))('the data catalogue against $name', ({ open }) => {
  let database: Database<Schema>
  const inDatabase = new Map<string, string[]>()
  beforeAll(async () => {
    database = await open()
    const { rows } = await database.pool.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`,
    )
    for (const { table_name, column_name } of rows) inDatabase.set(table_name, [...(inDatabase.get(table_name) ?? []), column_name])
  })
  afterAll(() => database.close())

  test('V14.1.1 every column of every table is classified, once', () => {
    const catalogued = Object.keys(dataCatalogue).map((table) => [
      table,
      protectionLevels.flatMap((level) => columnsOf(table, level)).sort(),
    ])
    expect(Object.fromEntries(catalogued)).toEqual(Object.fromEntries([...inDatabase].map(([table, columns]) => [table, columns.sort()])))
  })

  test('V14.2.7 who somebody is stands nowhere as a name: other tables know ids only', () => {
    const doorKept = [...personalTables, ...onlyIds]
    expect(Object.keys(dataCatalogue).filter((table) => columnsOf(table, 'personal').length > 0 && !doorKept.includes(table))).toEqual([])
    for (const table of onlyIds) for (const column of columnsOf(table, 'personal')) expect(column, table).toMatch(/_id$|_by$/)
  })

  test('no table holds a copy of an identity document, or a place for its number', () => {
    const names = [...inDatabase].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
    expect(names.filter((name) => /iin|passport|document|phone|birth|ethnic|nationality|address_of_home/.test(name))).toEqual([])
  })
})

test('V6.4.2 nobody is known by a hint or by the answer to a secret question: no column holds one, no form asks for one', () => {
  const secret = /hint|secret_?(question|answer)|security_?(question|answer)|maiden|first_pet|reminder/
  const proving = ['person', 'password', 'totp', 'recovery_code', 'passkey', 'identity', 'one_time_token', 'session']
  const columns = proving.flatMap((table) => protectionLevels.flatMap((level) => columnsOf(table, level)))
  expect(columns.length).toBeGreaterThan(30)
  expect(columns.filter((column) => secret.test(column))).toEqual([])
  const pages = path.resolve(import.meta.dirname, '../../src/pages/account')
  const fields = fs
    .readdirSync(pages)
    .filter((file) => /\.tsx$/.test(file))
    .flatMap((file) => [...fs.readFileSync(path.join(pages, file), 'utf8').matchAll(/\b(?:id|name)="([\w-]+)"/g)].map(([, name]) => name!))
  expect(fields).toContain('password')
  expect(fields.filter((name) => secret.test(name))).toEqual([])
})

/** They know people by id alone. */
const onlyIds = [
  'mistake_report',
  'change',
  'entered_value',
  'upload',
  'consultation_event',
  'organisation',
  'official_answer',
  'contribution_change',
  'moderation_decision',
  'appeal',
  'status_event',
  'deadline',
  'agreement_file',
]

/** Behind the one door: `src/store/people.ts` and the files of `src/store/people/`. */
const personalTables = [
  'person',
  'membership',
  'password',
  'totp',
  'recovery_code',
  'passkey',
  'identity',
  'session',
  'one_time_token',
  'attempt',
  'mail',
  'resident_text',
  'resident_text_translation',
  'participant',
  'participant_key',
  'organisation_member',
  'declaration',
  'subscription',
  'signature',
  'signature_check',
  'erasure',
]

/** Who else may name them, and why. */
const justified: Readonly<Record<string, string>> = {
  'store/schema.ts': 'declares the types of all tables',
}

test('V8.2.3 personal data has one door', () => {
  const source = path.resolve(import.meta.dirname, '../../src')
  const files = fs
    .readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const behind = files.filter((file) => file === 'store/people.ts' || file.startsWith('store/people/'))
  const naming = (file: string): string[] => {
    const text = fs.readFileSync(path.join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
    const tables = personalTables.join('|')
    return [
      // SQL, and the calls of Kysely with a table's name.
      ...text.matchAll(new RegExp(`\\b(?:from|join|into|update|table|delete from)\\s+"?(${tables})\\b(?!['.:/])`, 'gi')),
      ...text.matchAll(new RegExp(`(?:From|Into|Table|Join|with)\\(\\s*'(${tables})(?: as \\w+|\\.\\w+)?'`, 'g')),
    ].map((match) => match[1] ?? '')
  }
  const others = files.filter((file) => !behind.includes(file))
  const wrong = others.filter((file) => !(file in justified)).flatMap((file) => naming(file).map((table) => `${file} names ${table}`))
  expect(wrong).toEqual([])
  // The scan sees them where they are.
  expect(new Set(behind.flatMap(naming)).size).toBeGreaterThan(8)
})
