import type { MatrixMachine } from './arithmetic.ts'

const pageBytes = 65536
const mostBytes = 65536 * pageBytes

/** Hands out places in the memory of a machine. Views are made anew each time: growing the memory detaches the old ones. */
export class MatrixMemory {
  readonly machine: MatrixMachine
  #end = 64

  constructor(machine: MatrixMachine) {
    this.machine = machine
  }

  /**
   * Address of so many bytes, all zero, at a line of the cache.
   *
   * @throws {RangeError} more than the 4 GB that a WebAssembly memory can have, or than this machine has
   */
  allocate(bytes: number): number {
    const address = this.#end
    const end = Math.ceil((address + bytes) / 64) * 64
    const missing = Math.ceil((end - this.machine.memory.buffer.byteLength) / pageBytes)
    try {
      if (end > mostBytes) throw new RangeError('beyond 4 GB')
      if (missing > 0) this.machine.memory.grow(missing)
    } catch (cause) {
      throw new RangeError(`A matrix needs ${Math.ceil(end / 2 ** 20)} MB of memory in one piece, which is not to be had.`, { cause })
    }
    this.#end = end
    return address
  }

  numbers(bytes: 4 | 8, address: number, length: number): Float32Array | Float64Array {
    return bytes === 4 ? this.f32(address, length) : this.f64(address, length)
  }
  f32 = (address: number, length: number): Float32Array => new Float32Array(this.machine.memory.buffer, address, length)
  f64 = (address: number, length: number): Float64Array => new Float64Array(this.machine.memory.buffer, address, length)
}
