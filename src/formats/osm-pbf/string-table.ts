import { beyondLimit } from './damaged-block.ts'
import { osmPbfLimits } from './limits.ts'
import type { Cursor } from './protobuf.ts'

/** The strings of one block. Keys, values and roles are numbers of strings; a string is only made when somebody asks for it. */
export class StringTable {
  count = 0
  private bytes: Buffer = Buffer.alloc(0)
  private bounds = new Uint32Array(256)
  private texts: Array<string | undefined> = []

  /** The string of this number; invalid UTF-8 becomes U+FFFD. */
  text(index: number): string {
    return (this.texts[index] ??= this.bytes.toString('utf8', this.bounds[2 * index], this.bounds[2 * index + 1]))
  }

  /** Takes the table of another block, at the cursor's place. */
  read(cursor: Cursor): void {
    const { bytes, end: blockEnd } = cursor
    cursor.end = cursor.length()
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    let count = 0
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      if (key !== 10) {
        cursor.skipUnknown(key, 1)
        continue
      }
      const stringEnd = cursor.length()
      if (2 * count + 2 > this.bounds.length) {
        const wider = new Uint32Array(2 * this.bounds.length)
        wider.set(this.bounds)
        this.bounds = wider
      }
      this.bounds[2 * count] = cursor.at
      this.bounds[2 * count + 1] = stringEnd
      if (++count > osmPbfLimits.stringsPerBlock) throw beyondLimit('strings', osmPbfLimits.stringsPerBlock)
      cursor.at = stringEnd
    }
    cursor.end = blockEnd
    this.count = count
    this.texts = []
  }

  /** Forgets the strings of the block before. */
  clear(): void {
    this.count = 0
    this.texts = []
  }
}
