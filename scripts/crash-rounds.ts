// The long run of test/durability.test.ts: npx tsx scripts/crash-rounds.ts [rounds]
// Kills a writing process at random moments, then looks for lost rows and, with amcheck, for damaged tables and indexes.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { findWritten, killWhileWriting } from '../test/support/crash-round.ts'

const rounds = Number(process.argv[2] ?? 50)
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-crash-'))
const directory = path.join(root, 'data')

let expected = 0
for (let round = 1; round <= rounds; round++) {
  const afterMs = Math.floor(Math.random() ** 2 * 3000)
  const { acknowledged } = await killWhileWriting(directory, afterMs)
  const { transactions, whole } = await findWritten(directory)
  const extra = transactions - Math.max(acknowledged, expected)
  if (!whole || extra < 0 || extra > 1)
    throw new Error(`Round ${round}: acknowledged ${acknowledged}, found ${transactions}, whole: ${whole}. See ${root}`)
  await checkStructure(path.join(directory, 'database'))
  expected = transactions
  console.log(`round ${round}: killed after ${afterMs} ms, ${transactions} transactions, all there`)
}
fs.rmSync(root, { recursive: true })
console.log(`${rounds} rounds, nothing acknowledged was lost`)

async function checkStructure(database: string): Promise<void> {
  fs.rmSync(path.join(database, 'postmaster.pid'), { force: true })
  const pg = await PGlite.create(database, { extensions: { amcheck } })
  await pg.exec('create extension if not exists amcheck')
  await pg.query(
    `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relkind = 'i'`,
  )
  const { rows } = await pg.query(`select c.relname, v.* from pg_class c, lateral verify_heapam(c.oid) v where c.relkind in ('r', 't')`)
  await pg.close()
  if (rows.length > 0) throw new Error(`Damaged: ${JSON.stringify(rows)}`)
}
