import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * The machine code of the embedded database, held for as long as the process of the tests lives. V8 shares it with every thread that compiles
 * the same bytes: a database that a test opens later has it at once, and optimised where an earlier one was busy. A database takes a third of
 * the processor's time with it.
 */
const kept = globalThis as { embeddedEngine?: WebAssembly.Module }

if (kept.embeddedEngine === undefined) {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  kept.embeddedEngine = await WebAssembly.compile(fs.readFileSync(path.join(folder, 'pglite.wasm')))
}
