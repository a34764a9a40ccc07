import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RefusedError } from './cli/exit-codes.ts'
import type { Configuration } from './configuration.ts'
import { openRooms, programFile } from './open-rooms.ts'
import type { RunningServer } from './web/server.ts'

/** The public folder that the build makes; beside the bundle, or in `dist/` when the source itself is run. */
const publicDirectory = fileURLToPath(programFile('dist/public'))

/**
 * Serves the site until it is asked to stop, and returns the exit code.
 *
 * @throws {RefusedError} the data directory is in use, the address cannot be had, or nothing is built
 */
export async function serveSite(
  configuration: Configuration,
  tell: (text: string) => void,
  ready: (address: string) => void,
): Promise<number> {
  const assets = readAssets()
  // The database opens in its own thread while the pages are loaded in this one.
  const opening = openRooms(configuration, true)
  const [{ record, inOneTransaction, close }, { createApp, PageCache, startServer }] = await Promise.all([
    opening,
    import('./web/index.ts'),
  ])
  try {
    if (configuration.mode === 'demo' && (await record.listCities()).length === 0) {
      const { seedDemonstration } = await import('./seed-demonstration.ts')
      await inOneTransaction((whole) => seedDemonstration(whole, tell))
    }
    const app = createApp({
      record,
      now: () => new Date(),
      mode: configuration.mode,
      publicUrl: configuration.publicUrl,
      trustedProxies: configuration.trustedProxies,
      assets,
      publicDirectory,
      pages: new PageCache(),
      findViewer: async () => null,
      inOneTransaction,
    })
    const server = await startServer(app, configuration).catch((error: NodeJS.ErrnoException) => {
      throw whyNotListening(error, configuration)
    })
    const address = addressOf(server, configuration)
    tell(`Bagdar is at ${address}`)
    ready(address)
    await askedToStop()
    tell('Stopping …')
    await server.close()
    return 0
  } finally {
    await close()
  }
}

function readAssets(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(fs.readFileSync(programFile('dist/assets.json'), 'utf8')) as Record<string, string>
  } catch (cause) {
    throw new RefusedError('The pages are not built yet. Build them: npm run build', {}, { cause })
  }
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Configuration): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken. Stop what uses it, or choose another: PORT=8081 npm start`,
    EACCES: `Port ${port} is not allowed for this user. Choose one above 1023: PORT=8081 npm start`,
    EADDRNOTAVAIL: `HOST=${host} is no address of this machine. For this machine only: HOST=127.0.0.1`,
    ENOTFOUND: `HOST=${host} is not known. For this machine only: HOST=127.0.0.1`,
  }
  const reason = reasons[error.code ?? '']
  return reason === undefined ? error : new RefusedError(reason, {}, { cause: error })
}

function addressOf(server: RunningServer, { publicUrl, host }: Configuration): string {
  return `${publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`}/`
}

const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
