import { createHash } from 'node:crypto'
import { paperEndings, paperMediaType } from '../../books/cooperation/agreement-file.ts'
import { complain, readObject, readOptionalText, readText, type Field } from '../programme-file/fields.ts'
import type { CaseFile } from './case.ts'

/** A file in the folder of the case; null: there is none. */
export type ReadBeside = (name: string) => Uint8Array | null

/**
 * The text of a source from a file beside the case, as it is kept: LF, without blank lines at its ends. It has to be UTF-8 and NFC, because
 * places in it are counted, and to have the SHA-256 that the case names.
 */
export function readSourceText(field: Field, readBeside: ReadBeside): string {
  const { file, sha256 } = readObject(field, ['file', 'sha256'])
  const bytes = readNamed(file, readBeside)
  const expected = readText(sha256)
  if (bytes === null) return ''
  const found = createHash('sha256').update(bytes).digest('hex')
  if (expected !== '' && expected.toLowerCase() !== found) complain(sha256, 'sha256_differs', { found })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.normalize('NFC') !== text) complain(file, 'text_not_normal')
    return text.replaceAll('\r\n', '\n').trim()
  } catch {
    complain(file, 'text_not_utf8')
    return ''
  }
}

/** A signed paper in a file beside the case. */
export function readFileBeside(field: Field, readBeside: ReadBeside): CaseFile {
  const name = readOptionalText(field) ?? ''
  const content = readNamed(field, readBeside)
  const mediaType = paperMediaType(name)
  if (mediaType === null && content !== null) complain(field, 'file_kind_unknown', { value: name, known: paperEndings.join(', ') })
  return { name, mediaType: mediaType ?? '', content: content ?? new Uint8Array() }
}

/** A name and no path: a case never reads outside its own folder. */
function readNamed(field: Field, readBeside: ReadBeside): Uint8Array | null {
  const name = readText(field)
  if (name === '') return null
  const bytes = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,120}$/u.test(name) ? readBeside(name) : null
  if (bytes === null) complain(field, 'file_not_beside', { value: name })
  return bytes
}
