import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Configuration } from './configuration.ts'
import { openRooms, programFile } from './open-rooms.ts'
import { seedDemonstration } from './seed-demonstration.ts'
import { createApp } from './web/app.ts'
import { PageCache } from './web/page-cache.ts'
import { startServer } from './web/server.ts'

/** The public folder that the build makes; beside the bundle, or in `dist/` when the source itself is run. */
const publicDirectory = fileURLToPath(programFile('dist/public'))

/** Serves the site until it is asked to stop, and returns the exit code. */
export async function serveSite(configuration: Configuration, tell: (text: string) => void): Promise<number> {
  const { record, close } = await openRooms(configuration, true)
  if (configuration.mode === 'demo') await seedDemonstration(record, tell)
  const app = createApp({
    record,
    now: () => new Date(),
    mode: configuration.mode,
    publicUrl: configuration.publicUrl,
    trustedProxies: configuration.trustedProxies,
    assets: JSON.parse(fs.readFileSync(programFile('dist/assets.json'), 'utf8')) as Readonly<globalThis.Record<string, string>>,
    publicDirectory,
    pages: new PageCache(),
  })
  const server = await startServer(app, configuration).catch(async (error: NodeJS.ErrnoException) => {
    await close()
    throw error.code === 'EADDRINUSE'
      ? new Error(`Port ${configuration.port} is taken. Stop what uses it, or choose another: PORT=8081 npm start`, { cause: error })
      : error
  })
  tell(
    `Bagdar is at ${configuration.publicUrl ?? `http://${configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host}:${server.port}`}/`,
  )

  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  tell('Stopping …')
  await server.close()
  await close()
  return 0
}
