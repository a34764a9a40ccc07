import fs from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BackupError } from './backup-error.ts'
import { backupFormat, differingTables, endOf, TableSummer, type BackupEnd, type BackupHead, type TableSum } from './backup-format.ts'
import { checkSeal } from './seal.ts'

/** Lines handed over at once. */
const mostLines = 1000
const mostCharacters = 1_000_000

/** What a backup consists of, in its order. `rows` are lines of JSON arrays, for one table after another. */
export type BackupPart =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'rows'; lines: string[] }
  | { kind: 'end'; end: BackupEnd }

/**
 * Reads a backup part by part, with flat memory. The seal is checked before the first part, the hash of each table before the end.
 *
 * @throws {BackupError} it is not a backup, is damaged, or was written by a later format
 */
export async function* readBackupFile(file: string): AsyncGenerator<BackupPart> {
  const content = await checkSeal(file)
  const sums: TableSum[] = []
  let summer: TableSummer | null = null
  let head: BackupHead | null = null
  for await (const lines of linesOf(file, content)) {
    const [first = ''] = lines
    if (first.startsWith('[')) {
      if (summer === null) throw notOurs(file)
      summer.add(`${lines.join('\n')}\n`, lines.length)
      yield { kind: 'rows', lines }
      continue
    }
    if (summer !== null) sums.push(summer.sum())
    summer = null
    const said = parse(file, first)
    if (head === null) yield { kind: 'head', head: (head = headOf(file, said)) }
    else if ('table' in said && 'columns' in said) {
      const { table, columns } = said as { table: string; columns: string[] }
      summer = new TableSummer(table, columns)
      yield { kind: 'table', table, columns }
    } else {
      const end = endOf(sums)
      const { tables, content: hash } = said as unknown as BackupEnd
      if (!Array.isArray(tables) || hash !== end.content || differingTables(tables, sums).length > 0) throw notOurs(file)
      yield { kind: 'end', end }
      return
    }
  }
  throw notOurs(file)
}

/** Reads a backup from beginning to end, and tells what it holds. */
export async function verifyBackupFile(file: string): Promise<{ head: BackupHead; end: BackupEnd; bytes: number }> {
  let head: BackupHead | null = null
  for await (const part of readBackupFile(file)) {
    if (part.kind === 'head') head = part.head
    if (part.kind === 'end' && head !== null) return { head, end: part.end, bytes: fs.statSync(file).size }
  }
  throw notOurs(file)
}

/** Lines in batches: rows together, every other line alone. */
async function* linesOf(file: string, content: number): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let rows: string[] = []
  let size = 0
  for await (const chunk of fs.createReadStream(file, { end: content - 1 }).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const isRow = line.startsWith('[')
      if (rows.length > 0 && (!isRow || rows.length >= mostLines || size >= mostCharacters)) {
        yield rows
        rows = []
        size = 0
      }
      if (isRow) {
        rows.push(line)
        size += line.length
      } else yield [line]
    }
  }
  if (rows.length > 0) yield rows
}

function headOf(file: string, said: Readonly<Record<string, unknown>>): BackupHead {
  const { format } = said
  if (typeof format !== 'string' || !format.startsWith('bagdar-backup/')) throw notOurs(file)
  if (format !== backupFormat)
    throw new BackupError(
      `${file} has the format ${format}, and this version reads ${backupFormat}. Restore it with Bagdar ${String(said['codeVersion'])} or newer.`,
    )
  return said as unknown as BackupHead
}

function parse(file: string, line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    throw notOurs(file)
  }
}

const notOurs = (file: string): BackupError =>
  new BackupError(`${file} is sealed, but what it holds is not a whole backup of Bagdar. Nothing was changed. Take another backup.`)
