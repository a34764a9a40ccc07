import { run } from './cli/run.ts'
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts'
import { openRooms } from './open-rooms.ts'
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

process.exitCode = await run(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  {
    serve: () => serveSite(configuration, (text) => process.stderr.write(`${text}\n`)),
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
