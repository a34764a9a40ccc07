import { grown } from './id-table.ts'

/** Columns of stop times, one value per row. */
export interface StopTimeColumns {
  stop: Uint32Array
  /** -1: blank, both or none of them. */
  arrival: Int32Array
  departure: Int32Array
  noPickup: Uint8Array
  /** NaN where not said. */
  distance: Float64Array
  /** Of the file. */
  line: Uint32Array
}

/** Stop times in the order of their file. Rows of one trip mostly stand together: a run is such rows, one after another. */
export class StopTimeRows implements StopTimeColumns {
  count = 0
  sequence: Int32Array
  stop: Uint32Array
  arrival: Int32Array
  departure: Int32Array
  noPickup: Uint8Array
  distance: Float64Array
  line: Uint32Array
  runs = 0
  runTrip = new Uint32Array(2 ** 8)
  runStart = new Uint32Array(2 ** 8)

  /** @param length rows for which there is room from the beginning: memory that is not used costs nothing */
  constructor(length: number) {
    this.sequence = new Int32Array(length)
    this.stop = new Uint32Array(length)
    this.arrival = new Int32Array(length)
    this.departure = new Int32Array(length)
    this.noPickup = new Uint8Array(length)
    this.distance = new Float64Array(length)
    this.line = new Uint32Array(length)
  }

  /** Trip of the last run; -1 before the first. */
  get trip(): number {
    return this.runs === 0 ? -1 : (this.runTrip[this.runs - 1] as number)
  }

  endOfRun(run: number): number {
    return run + 1 < this.runs ? (this.runStart[run + 1] as number) : this.count
  }

  /** From row `start` on, the rows are of this trip. */
  beginRun(trip: number, start: number): void {
    const run = this.runs++
    if (run === this.runTrip.length) {
      this.runTrip = grown(this.runTrip, run + 1)
      this.runStart = grown(this.runStart, run + 1)
    }
    this.runTrip[run] = trip
    this.runStart[run] = start
  }

  /** Makes room for so many more. */
  reserve(rows: number): void {
    const length = this.count + rows
    if (length <= this.stop.length) return
    this.sequence = grown(this.sequence, length)
    this.stop = grown(this.stop, length)
    this.arrival = grown(this.arrival, length)
    this.departure = grown(this.departure, length)
    this.noPickup = grown(this.noPickup, length)
    this.distance = grown(this.distance, length)
    this.line = grown(this.line, length)
  }
}
