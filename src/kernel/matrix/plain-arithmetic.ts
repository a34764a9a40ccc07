import type { Arithmetic, MatrixMachine } from './arithmetic.ts'
import { panelBytes, panelRows } from './arithmetic.ts'

const pageBytes = 65536

/** The same arithmetic on typed arrays, for small matrices and for machines without vectors in WebAssembly. */
export function plainMachine(): MatrixMachine {
  let buffer = new ArrayBuffer(0)
  const memory = {
    get buffer() {
      return buffer
    },
    grow(pages: number) {
      const larger = new ArrayBuffer(buffer.byteLength + pages * pageBytes)
      new Uint8Array(larger).set(new Uint8Array(buffer))
      const before = buffer.byteLength / pageBytes
      buffer = larger
      return before
    },
  }
  return {
    f32: plainArithmetic(4, () => new Float32Array(buffer)),
    f64: plainArithmetic(8, () => new Float64Array(buffer)),
    memory,
  }
}

function plainArithmetic(bytes: 4 | 8, numbers: () => Float32Array | Float64Array): Arithmetic {
  const lanes = 16 / bytes
  const panelColumns = panelBytes / bytes
  // A product of two floats is exact in 64 bits and has to be rounded before it is added, as the vectors do.
  const rounded = bytes === 4 ? Math.fround : (value: number) => value
  const sumType = bytes === 4 ? Float32Array : Float64Array

  return {
    packLeft(source, target, rows, depth, rowStride, depthStride) {
      const cells = numbers()
      let to = target / bytes
      for (let i = 0; i < rows; i += panelRows)
        for (let k = 0; k < depth; k++)
          for (let r = 0; r < panelRows; r++) cells[to++] = cells[(source + (i + r) * rowStride + k * depthStride) / bytes]!
    },

    packRight(source, target, depth, width, rowStride) {
      const cells = numbers()
      let to = target / bytes
      for (let j = 0; j < width; j += panelBytes)
        for (let k = 0; k < depth; k++) {
          const from = (source + j + k * rowStride) / bytes
          for (let c = 0; c < panelColumns; c++) cells[to++] = cells[from + c]!
        }
    },

    product(A, B, C, rows, columns, depth, rowStride, subtract) {
      const cells = numbers()
      const sums = new sumType(panelColumns)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j += panelColumns) {
          let left = A / bytes + (i - (i % panelRows)) * depth + (i % panelRows)
          let right = B / bytes + j * depth
          sums.fill(0)
          for (let k = 0; k < depth; k++, left += panelRows, right += panelColumns)
            for (let c = 0; c < panelColumns; c++) sums[c] = sums[c]! + rounded(cells[left]! * cells[right + c]!)
          const to = (C + i * rowStride) / bytes + j
          for (let c = 0; c < panelColumns; c++) cells[to + c] = subtract === 1 ? cells[to + c]! - sums[c]! : sums[c]!
        }
    },

    timesVector(M, x, y, rows, columns) {
      const cells = numbers()
      const sums = new sumType(4 * lanes)
      for (let i = 0; i < rows; i++) {
        const row = M / bytes + i * columns
        sums.fill(0)
        for (let j = 0; j < columns; j++) sums[j % sums.length] = sums[j % sums.length]! + rounded(cells[row + j]! * cells[x / bytes + j]!)
        for (let c = 0; c < lanes; c++) {
          const [first, second] = [rounded(sums[c]! + sums[c + lanes]!), rounded(sums[c + 2 * lanes]! + sums[c + 3 * lanes]!)]
          sums[c] = first + second
        }
        cells[y / bytes + i] = lanes === 2 ? sums[0]! + sums[1]! : rounded(sums[0]! + sums[1]!) + rounded(sums[2]! + sums[3]!)
      }
    },

    transposedTimesVector(M, x, y, rows, columns) {
      const cells = numbers()
      const [from, to] = [M / bytes, y / bytes]
      cells.fill(0, to, to + columns)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) cells[to + j] = cells[to + j]! + rounded(cells[x / bytes + i]! * cells[from + i * columns + j]!)
    },
  }
}
