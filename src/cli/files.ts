import fs from 'node:fs'
import path from 'node:path'
import { RefusedError } from './exit-codes.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read or written by this user',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is a file, not a folder',
  EEXIST: 'exists already: nothing is overwritten. Choose another name',
  ENOSPC: 'cannot be written: the disk is full',
}

/** What the system says of a file, in words. */
function refusalOf(place: string, cause: unknown): Error {
  const reason = reasons[(cause as NodeJS.ErrnoException).code ?? '']
  return reason === undefined ? (cause as Error) : new RefusedError(`${place} ${reason}.`, {}, { cause })
}

/** @throws {RefusedError} there is no such file or folder, or it is the other of the two */
export function requireKind(place: string, kind: 'file' | 'folder'): void {
  try {
    fs.accessSync(place, fs.constants.R_OK)
    if (fs.statSync(place).isDirectory() === (kind === 'folder')) return
  } catch (cause) {
    throw refusalOf(place, cause)
  }
  throw new RefusedError(`${place} ${reasons[kind === 'folder' ? 'ENOTDIR' : 'EISDIR']}.`)
}

/** @throws {RefusedError} there is no such file or folder */
export function requireReadable(place: string): void {
  try {
    fs.accessSync(place, fs.constants.R_OK)
  } catch (cause) {
    throw refusalOf(place, cause)
  }
}

/** The text of a file. */
export const readText = (file: string): string => readBytes(file).toString('utf8')

export function readBytes(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch (cause) {
    throw refusalOf(file, cause)
  }
}

/** Writes a file that is not there yet. */
export function writeNewFile(file: string, content: string | Uint8Array): void {
  try {
    fs.writeFileSync(file, content, { flag: 'wx' })
  } catch (cause) {
    throw refusalOf(file, cause)
  }
}

/** @throws {RefusedError} the folder has something in it, or is a file */
export function requireEmptyFolder(folder: string): void {
  try {
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
      throw new RefusedError(`${folder} is not empty. Choose a new folder: nothing is overwritten.`)
  } catch (cause) {
    throw refusalOf(folder, cause)
  }
}

/** Writes files by their path inside the folder. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  try {
    for (const [name, content] of files) {
      const file = path.join(folder, name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, content)
    }
  } catch (cause) {
    throw refusalOf(folder, cause)
  }
}
