// Run as a process of its own: writes transactions of three rows for ever, or as many as told, and says after each
// commit that it was acknowledged. When the database takes no more writes, it says what can still be read, and ends.
import { openDatabase } from '../../src/store/database.ts'
import { isWriteStopped } from '../../src/store/write-stopped.ts'

const [directory = '', transactions = 'Infinity'] = process.argv.slice(2)
const { pool, close, state } = await openDatabase<object>({ directory })
await pool.query('create table if not exists written (number int, part int, filling text, primary key (number, part))')
const { rows } = await pool.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from written')
const first = rows[0]!.next
process.stdout.write('ready\n')
try {
  for (let number = first; number < first + Number(transactions); number++) {
    await writeTransaction(number)
    process.stdout.write(`acknowledged ${number}\n`)
  }
} catch (error) {
  if (!isWriteStopped(error)) throw error
  process.stderr.write(`${(error as Error).message}\n`)
  const read = await pool.query<{ last: number }>('select max(number) as last from written')
  process.stdout.write(`stopped, ${state()}, reads ${read.rows[0]!.last}\n`)
}
await close()

async function writeTransaction(number: number): Promise<void> {
  const client = await pool.connect()
  let failed = true
  try {
    await client.query('begin')
    for (const part of [1, 2, 3]) await client.query("insert into written values ($1, $2, repeat('ә', 300))", [number, part])
    if (number % 50 === 0) await client.query('update written set filling = filling || $1 where number % 7 = 0', [number])
    await client.query('commit')
    failed = false
  } finally {
    client.release(failed)
  }
}
