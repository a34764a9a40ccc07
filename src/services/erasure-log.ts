import fs from 'node:fs'
import path from 'node:path'

/** The file in the data directory that says who is to stay forgotten; `restore` reads it after an older backup. */
export const erasureLogName = 'erasures.log'

/**
 * Writes down, outside the database, that somebody was forgotten: one line of JSON, on the disk when this returns. The line holds the id
 * alone, which says nothing once the person is gone.
 */
export async function keepErasure(dataDirectory: string, personId: string, at: Date): Promise<void> {
  await fs.promises.mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const file = path.join(dataDirectory, erasureLogName)
  const handle = await fs.promises.open(file, 'a+', 0o600)
  try {
    // A line that a power failure cut off was never answered with success: the next one must not continue it.
    const text = await handle.readFile('utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole !== text) await handle.truncate(Buffer.byteLength(whole))
    await handle.write(`${JSON.stringify({ person: personId, at: at.toISOString() })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  const directory = await fs.promises.open(dataDirectory, 'r')
  await directory.sync() // a new file is there for good only when its folder says so
  await directory.close()
}
