/** Bytes that are not what the format says. The reader knows in which file and where, and turns it into a `FormatError`. */
export class DamagedBlock extends Error {
  /** True where the bytes may be right but go beyond `osmPbfLimits`. */
  readonly tooLarge: boolean

  constructor(what: string, tooLarge = false) {
    super(what)
    this.name = 'DamagedBlock'
    this.tooLarge = tooLarge
  }
}

export const beyondLimit = (what: string, limit: number): DamagedBlock => new DamagedBlock(`it has more than ${limit} ${what}`, true)
