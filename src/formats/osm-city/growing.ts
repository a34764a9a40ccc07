import { grown, type Column } from '../osm-pbf/columns.ts'

/** A column whose length is not known before. */
export class Growing<T extends Column> {
  length = 0
  private values: T

  constructor(first: T) {
    this.values = first
  }

  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, this.length + 1)
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }

  /** Exactly what was pushed. */
  finished(): T {
    return this.values.slice(0, this.length) as T
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
