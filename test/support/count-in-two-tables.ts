// Run as a process of its own: holds an embedded database as a server does, and counts in two tables at once, in one transaction each.
// Says after each commit how far it is, and at its end how long the longest transaction took.
import { openDatabase } from '../../src/store/database.ts'

const [directory = ''] = process.argv.slice(2)
const { pool, close } = await openDatabase<object>({ directory, serve: true })
let running = true
process.once('SIGTERM', () => (running = false))
let longestMs = 0
for (let number = 1; running; number++) {
  const began = performance.now()
  const client = await pool.connect()
  await client.query('begin')
  await client.query("insert into left_counter values ($1, repeat('ә', 300))", [number])
  await client.query("insert into right_counter values ($1, repeat('ә', 300))", [number])
  await client.query('commit')
  client.release()
  longestMs = Math.max(longestMs, performance.now() - began)
  process.stdout.write(`counted ${number}\n`)
}
await close()
process.stdout.write(`longest ${longestMs}\n`)
