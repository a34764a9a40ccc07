import { done, refuse, type Outcome } from '../../outcome.ts'

/** How other things begin that people bring by mistake, or on purpose under another name. */
const otherThings: ReadonlyArray<readonly number[]> = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0xd0, 0xcf, 0x11, 0xe0], // XLS and DOC before 2007
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a, 0x90], // Windows program
]

/**
 * What a file is, where its name and its first bytes agree. What begins with a tag is a page or a drawing, whatever it is called: it is
 * never taken.
 *
 * Refusals  upload_empty, upload_format_unknown, upload_format_differs, upload_not_a_table
 *
 * @param head  the first bytes, a thousand or so
 *
 * @example
 * tableFormatOf('road.csv', new TextEncoder().encode('Year;Value')) // => { ok: true, value: 'csv' }
 * @example
 * tableFormatOf('road.csv', new TextEncoder().encode(' <svg onload=')) // => { ok: false, refusal: { code: 'upload_not_a_table', field: 'file' } }
 */
export function tableFormatOf(name: string, head: Uint8Array): Outcome<'csv' | 'xlsx'> {
  const extension = /\.(csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase()
  if (extension !== 'csv' && extension !== 'xlsx') return refuse('upload_format_unknown', 'file')
  if (head.length === 0) return refuse('upload_empty', 'file')
  const isZip = beginsWith(head, [0x50, 0x4b, 0x03, 0x04])
  if (isZip !== (extension === 'xlsx')) return refuse('upload_format_differs', 'file', { extension })
  if (!isZip && (otherThings.some((signature) => beginsWith(head, signature)) || isMarkup(head) || isBinary(head)))
    return refuse('upload_not_a_table', 'file')
  return done(extension)
}

const beginsWith = (head: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => head[at] === byte)

const isUtf16 = (head: Uint8Array): boolean => beginsWith(head, [0xff, 0xfe])

function isMarkup(head: Uint8Array): boolean {
  const text = new TextDecoder(isUtf16(head) ? 'utf-16le' : 'utf-8').decode(head)
  return /^[\s\ufeff"']*<(?:[a-z!?/])/i.test(text)
}

/** No text holds the byte 0, except in the wide encoding that says so at its start. */
const isBinary = (head: Uint8Array): boolean => !isUtf16(head) && head.includes(0)

/**
 * A file's name as it may be shown: without folders, without signs that nobody sees or that turn the line around, and not too long. It
 * is never a path.
 *
 * @example
 * shownFileName('C:\\Users\\a\\wages.csv') // => 'wages.csv'
 */
export function shownFileName(name: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return bare.length <= 120 ? bare || '—' : `${bare.slice(0, 90)}…${bare.slice(-20)}`
}
