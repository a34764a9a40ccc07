/** A form with a file in it, as it comes over the wire (RFC 7578), is not as it must be. */
export class MultipartError extends Error {}

export interface MultipartFile {
  field: string
  /** As the browser says it; anything may stand here. */
  name: string
  content: AsyncIterable<Uint8Array>
}

const mostBytesOfAField = 64 * 1024
const mostBytesOfAHeader = 8 * 1024
const mostParts = 50

/**
 * Reads a form part by part. Fields are handed back whole; a file is handed to `onFile` as it comes, so that it never lies in memory.
 *
 * @throws {MultipartError} not such a form, cut short, or with more or longer parts than any form of ours
 */
export async function readMultipart(request: Request, onFile: (file: MultipartFile) => Promise<void>): Promise<Map<string, string>> {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    request.headers.get('content-type') ?? '',
  )
  if (boundary === null || request.body === null) throw new MultipartError('This is no form with files.')
  const wire = new Wire(request.body.getReader())
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2] ?? ''}`)
  const fields = new Map<string, string>()
  // The first delimiter has no line before it.
  wire.putBack(Buffer.from('\r\n'))
  await wire.upTo(delimiter, mostBytesOfAHeader)
  for (let parts = 0; ; parts++) {
    const after = await wire.take(2)
    if (after.equals(Buffer.from('--'))) return fields
    if (!after.equals(Buffer.from('\r\n')) || parts >= mostParts) throw new MultipartError('The parts of the form are not told apart.')
    // A part without headers begins with an empty line.
    wire.putBack(Buffer.from('\r\n'))
    const headers = (await wire.upTo(Buffer.from('\r\n\r\n'), mostBytesOfAHeader)).toString('utf8')
    const disposition = /\r\ncontent-disposition:\s*form-data\b([^\r\n]*)/i.exec(headers)?.[1] ?? ''
    const field = parameterOf(disposition, 'name')
    const name = parameterOf(disposition, 'filename')
    if (field === null) throw new MultipartError('A part of the form has no name.')
    if (name === null) fields.set(field, (await wire.upTo(delimiter, mostBytesOfAField)).toString('utf8').replaceAll('\0', ''))
    else {
      const content = wire.chunksUpTo(delimiter)
      await onFile({ field, name, content })
      // What nobody read is passed over, to find the next part.
      for await (const _ of content);
    }
  }
}

/** Browsers write `"` as %22 and line ends as %0D%0A; everything else stands as it is. */
function parameterOf(disposition: string, parameter: string): string | null {
  const found = new RegExp(`;\\s*${parameter}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1]
  return found === undefined ? null : found.replaceAll('%22', '"').replaceAll(/%0[DA]/gi, ' ')
}

/** Bytes as they come, looked through for a mark. */
class Wire {
  #reader: { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> }
  #held = Buffer.alloc(0)

  constructor(reader: { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> }) {
    this.#reader = reader
  }

  putBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more()
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  /** Everything before the mark, which is taken too. */
  async upTo(mark: Buffer, most: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let length = 0
    for await (const chunk of this.chunksUpTo(mark)) {
      length += chunk.length
      if (length > most) throw new MultipartError('A part of the form is longer than any of ours.')
      parts.push(Buffer.from(chunk))
    }
    return Buffer.concat(parts)
  }

  async *chunksUpTo(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        const before = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + mark.length)
        if (before.length > 0) yield before
        return
      }
      // The end of what is held may be the beginning of the mark.
      const sure = this.#held.length - (mark.length - 1)
      if (sure > 0) {
        const chunk = this.#held.subarray(0, sure)
        this.#held = this.#held.subarray(sure)
        yield chunk
      }
      await this.#more()
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read()
    if (done || value === undefined) throw new MultipartError('The form ends before its end.')
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
  }
}
