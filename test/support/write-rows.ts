// Run as a process of its own: writes transactions of three rows for ever, or as many as told, and says after each
// commit that it was acknowledged.
import { openDatabase } from '../../src/store/database.ts'

const [directory = '', transactions = 'Infinity'] = process.argv.slice(2)
const { pool, close } = await openDatabase<object>({ directory })
await pool.query('create table if not exists written (number int, part int, filling text, primary key (number, part))')
const { rows } = await pool.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from written')
const first = rows[0]!.next
process.stdout.write('ready\n')
for (let number = first; number < first + Number(transactions); number++) {
  const client = await pool.connect()
  await client.query('begin')
  for (const part of [1, 2, 3]) await client.query("insert into written values ($1, $2, repeat('ә', 300))", [number, part])
  if (number % 50 === 0) await client.query('update written set filling = filling || $1 where number % 7 = 0', [number])
  await client.query('commit')
  client.release()
  process.stdout.write(`acknowledged ${number}\n`)
}
await close()
