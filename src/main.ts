import { fileURLToPath } from 'node:url'
import { run } from './cli/run.ts'
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts'
import { openRooms } from './open-rooms.ts'
import type { ReadAnswer } from './formats/read-request.ts'
import { readInChild } from './services/reader-process.ts'
import { serveSite } from './serve.ts'

// The one program: `bagdar serve` and every other command. Only here is the environment read.
let configuration: Configuration
try {
  configuration = readConfiguration(process.env)
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}

/** Beside the bundle it is built too; in a checkout that runs the source it is the source. */
const readerProgram = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './reader-child.ts' : './reader-child.js', import.meta.url))

// `bagdar … | head`: whoever reads has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  {
    serve: (tell, ready) => serveSite(configuration, tell, ready),
    read: (request) => readInChild<ReadAnswer>(readerProgram, request),
    clock: () => performance.now(),
    async withRecord(use) {
      const { record, close } = await openRooms(configuration, false)
      try {
        return await use(record)
      } finally {
        await close()
      }
    },
  },
)
