import { fileURLToPath } from 'node:url'
import { run } from './cli/run.ts'
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts'
import { newSecret } from './services/secret-key.ts'
import type { ReadAnswer } from './formats/read-request.ts'

// The one program: `bagdar serve` and every other command. Only here is the environment read. Rooms are loaded when they
// are needed: `npm start` on a small machine waits for every one of them.
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
    serve: async (tell, ready) => (await import('./serve.ts')).serveSite(configuration, tell, ready),
    work: async (tell) => (await import('./work.ts')).workQueues(configuration, tell),
    read: async (request) => (await import('./services/reader-process.ts')).readInChild<ReadAnswer>(readerProgram, request),
    withScratchFile: async (use) => await (await import('./services/scratch-file.ts')).withScratchFile(use),
    fetchOutside: async (address) =>
      (await import('./services/fetch-outside.ts')).fetchOutside(address, { allowedHosts: configuration.fetchAllowedHosts }),
    drawShares: async (question, parameters, workers) => (await import('./draw-shares.ts')).drawSharesIn(question, parameters, workers),
    clock: () => performance.now(),
    typeset: async (document) => await (await import('./typeset-apart.ts')).typesetApart(document),
    writeDocx: async (report, address) => await (await import('./typeset-apart.ts')).writeDocxApart(report, address),
    publicAddress: configuration.publicUrl ?? `http://127.0.0.1:${configuration.port}`,
    newSecret,
    withBackups: async (use) => (await import('./open-backups.ts')).withBackups(configuration, use),
    restore: async (file, options) => (await import('./open-backups.ts')).restore(configuration, file, options),
    async withRecord(use) {
      const { openRooms } = await import('./open-rooms.ts')
      const { record, inOneTransaction, close } = await openRooms(configuration, false)
      try {
        return await use(record, inOneTransaction)
      } finally {
        await close()
      }
    },
  },
)
