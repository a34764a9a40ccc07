import { grown } from '../osm-pbf/columns.ts'

type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array

/**
 * A column whose length is not known before. While it grows it holds numbers of one type only: the same code then serves all columns
 * at full speed.
 */
export class Growing {
  length = 0
  private values = new Float64Array(256)

  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, this.length + 1)
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }

  /** Exactly what was pushed, as a column of its type. */
  finished<T extends Column>(type: new (length: number) => T): T {
    const column = new type(this.length)
    column.set(this.values.subarray(0, this.length))
    return column
  }
}

/** Texts that occur again and again, by number; 0 is the empty one. */
export class TextNumbers {
  readonly texts: string[] = ['']
  private readonly numbers = new Map<string, number>([['', 0]])

  numberOf(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.texts.length
      this.texts.push(text)
      this.numbers.set(text, number)
    }
    return number
  }
}
