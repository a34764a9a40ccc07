import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** A file as it was kept: named by its content, with its first bytes for whoever asks what it is. */
export interface KeptFile {
  sha256: string
  bytes: number
  head: Uint8Array
}

const headBytes = 1024

/** Files that people bring, in a folder that nobody else on the machine reads. Their names are hashes: no name of a user is ever a path. */
export function uploadFiles(dataDirectory: string) {
  const folder = path.join(dataDirectory, 'uploads')
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('A file is named by its SHA-256.')
    return path.join(folder, sha256)
  }
  const spoolOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('An upload is named by its id.')
    return path.join(folder, `${id}.readings`)
  }
  return {
    pathOf,
    spoolOf,

    /**
     * Writes the bytes as they come and names the file by them; when this returns, the file is on the disk.
     *
     * Missing  null when there are more than `most`; then nothing is kept.
     */
    async keep(content: AsyncIterable<Uint8Array>, most: number): Promise<KeptFile | null> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const incoming = path.join(folder, `${randomBytes(16).toString('hex')}.incoming`)
      const file = await open(incoming, 'wx', 0o600)
      const hash = createHash('sha256')
      let bytes = 0
      let head = Buffer.alloc(0)
      try {
        for await (const chunk of content) {
          bytes += chunk.length
          if (bytes > most) return null
          if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
          hash.update(chunk)
          await file.write(chunk)
        }
        await file.sync()
        const sha256 = hash.digest('hex')
        await rename(incoming, pathOf(sha256))
        const directory = await open(folder, 'r')
        await directory.sync().finally(() => directory.close())
        return { sha256, bytes, head: Uint8Array.from(head) }
      } finally {
        await file.close()
        await rm(incoming, { force: true })
      }
    },

    remove: (sha256: string): Promise<void> => rm(pathOf(sha256), { force: true }),
    removeSpool: (id: string): Promise<void> => rm(spoolOf(id), { force: true }),
  }
}
