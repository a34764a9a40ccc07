import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { nodeDisk, syncDirectory } from '../embedded/disk.ts'
import { BackupError } from './backup-error.ts'
import { sealOf } from './seal.ts'

/** Quick: a higher level takes three times as long for a tenth less. */
const level = 3

/**
 * Writes lines as a sealed backup. It stands under its name when all of it is on disk; what is unfinished is called `.part`. Only its owner
 * may read it: it holds personal data.
 *
 * @returns its size
 * @throws {BackupError} the file exists: nothing is overwritten
 */
export async function writeBackupFile(file: string, lines: AsyncIterable<string>): Promise<number> {
  if (fs.existsSync(file)) throw new BackupError(`${file} exists, and nothing is overwritten. Choose another name.`)
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const part = `${file}.part`
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await fs.promises.open(part, 'w', 0o600)
  try {
    const write = async (chunk: Buffer): Promise<void> => {
      bytes += chunk.length
      await handle.writeFile(chunk)
    }
    await pipeline(Readable.from(lines), createGzip({ level }), async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) {
        hash.update(chunk)
        await write(chunk)
      }
    })
    await write(sealOf(hash.digest('hex')))
    await handle.sync()
    await handle.close()
    fs.renameSync(part, file)
    syncDirectory(nodeDisk, path.dirname(path.resolve(file)))
    return bytes
  } catch (error) {
    await handle.close().catch(() => {}) // closed already, or the disk that failed
    fs.rmSync(part, { force: true })
    throw error
  }
}
