import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { lockDirectory } from '../embedded/directory-lock.ts'
import { BackupError } from './backup-error.ts'

/** While the copy is made the connection says something so often, so that it is not taken for one that has gone silent. */
const signOfLifeMs = 5000

/**
 * Copies the embedded database beside a running server: everybody waits while the files are copied, and goes on while the copy is read.
 *
 * The session is held by a transaction, so that nobody writes; a checkpoint has put everything into the files. `use` gets a folder that
 * holds the copy as a data directory does; afterwards it is gone. Copies left by a process that was killed go first.
 *
 * @param directory  the data directory
 */
export async function withCopy<T>(client: pg.ClientBase, directory: string, use: (copy: string) => Promise<T>): Promise<T> {
  const work = path.join(directory, 'backup-work')
  const taken = lockDirectory(work)
  if ('heldBy' in taken) throw new BackupError(`Process ${taken.heldBy} is writing a backup. Wait until it has finished, then try again.`)
  const copy = path.join(work, 'copy')
  try {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.mkdirSync(copy, { mode: 0o700 })
    await client.query('checkpoint') // so that the one inside has little to do
    await holding(client, async () => {
      await client.query('checkpoint')
      await copyFolder(path.join(directory, 'database'), path.join(copy, 'database'))
    })
    return await use(copy)
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
    taken.lock.release()
  }
}

async function holding(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  const signs = setInterval(() => void client.query('select 1').catch(() => {}), signOfLifeMs)
  try {
    await work()
  } finally {
    clearInterval(signs)
    await client.query('rollback')
  }
}

/** Where the file system can, a copy shares its blocks with the original and takes no time. */
async function copyFolder(from: string, to: string): Promise<void> {
  fs.mkdirSync(to, { mode: 0o700 })
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) await copyFolder(source, target)
    else if (entry.name !== 'postmaster.pid') await fs.promises.copyFile(source, target, fs.constants.COPYFILE_FICLONE)
  }
}
