import type { Arithmetic, MatrixMachine } from './arithmetic.ts'
import { panelBytes, panelRows, panelsAtOnce } from './arithmetic.ts'
import type { Code, Lanes, Local } from './wasm-code.ts'
import {
  add,
  advance,
  assemble,
  choose,
  constant,
  countUp,
  f32Lanes,
  f64Lanes,
  FunctionBuilder,
  lesser,
  loadVector,
  multiply,
  storeVector,
  zeroVector,
} from './wasm-code.ts'

/** Steps of the inner loops that are written out one after another. */
const unrolled = 4

let compiled: WebAssembly.Module | null | undefined

/** Arithmetic in WebAssembly with 128-bit vectors; null where the machine or the browser has none. */
export function simdMachine(): MatrixMachine | null {
  compiled ??= compile()
  if (compiled === null) return null
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 })
  const made = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Record<string, never>
  const of = (type: string): Arithmetic => ({
    packLeft: made[`packLeft_${type}`]!,
    packRight: made[`packRight_${type}`]!,
    product: made[`product_${type}`]!,
    timesVector: made[`timesVector_${type}`]!,
    transposedTimesVector: made[`transposedTimesVector_${type}`]!,
  })
  return { f32: of('f32'), f64: of('f64'), memory: memory as MatrixMachine['memory'] }
}

function compile(): WebAssembly.Module | null {
  if (typeof WebAssembly === 'undefined') return null
  const bytes = assemble({
    packLeft_f32: packLeft(f32Lanes),
    packRight_f32: packRight(),
    product_f32: product(f32Lanes),
    timesVector_f32: timesVector(f32Lanes),
    transposedTimesVector_f32: transposedTimesVector(f32Lanes),
    packLeft_f64: packLeft(f64Lanes),
    packRight_f64: packRight(),
    product_f64: product(f64Lanes),
    timesVector_f64: timesVector(f64Lanes),
    transposedTimesVector_f64: transposedTimesVector(f64Lanes),
  })
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null
}

type Written = { builder: FunctionBuilder; code: Code }
type Parameters = [Local, Local, Local, Local, Local, Local, Local, Local]

function start(parameters: number): { builder: FunctionBuilder; given: Parameters } {
  const builder = new FunctionBuilder(parameters)
  return { builder, given: builder.parameters as unknown as Parameters }
}

/** Four rows side by side: `target[panel][k][row]`. */
function packLeft(lanes: Lanes): Written {
  const { builder, given } = start(6)
  const [source, target, rows, depth, rowStride, depthStride] = given
  const [i, k, from, row] = builder.locals('i32', 4) as [Local, Local, Local, Local]
  const fourRows = Array.from({ length: panelRows }, (_, r) => [
    ...lanes.copyNumber(target.get, row.get, r * lanes.bytes),
    ...(r < panelRows - 1 ? advance(row, rowStride.get) : []),
  ]).flat()
  const code = countUp(i, rows.get, panelRows, [
    ...from.set(add(source.get, multiply(i.get, rowStride.get))),
    ...k.set(constant(0)),
    ...countUp(k, depth.get, 1, [
      ...row.set(from.get),
      ...fourRows,
      ...advance(from, depthStride.get),
      ...advance(target, constant(panelRows * lanes.bytes)),
    ]),
  ])
  return { builder, code }
}

/** Two vectors of columns: `target[panel][k][column]`. Copies bytes, whatever the numbers are; `width` counts in bytes. */
function packRight(): Written {
  const { builder, given } = start(5)
  const [source, target, depth, width, rowStride] = given
  const [j, k, from] = builder.locals('i32', 3) as [Local, Local, Local]
  const code = countUp(j, width.get, panelBytes, [
    ...from.set(add(source.get, j.get)),
    ...k.set(constant(0)),
    ...countUp(k, depth.get, 1, [
      ...storeVector(target.get, loadVector(from.get)),
      ...storeVector(target.get, loadVector(from.get, 16), 16),
      ...advance(from, rowStride.get),
      ...advance(target, constant(panelBytes)),
    ]),
  ])
  return { builder, code }
}

/** Blocks of 4 rows × 2 vectors, their sums held in eight registers over the whole depth (a multiple of 4). */
function product(lanes: Lanes): Written {
  const { builder, given } = start(8)
  const [A, B, C, rows, columns, depth, stride, subtract] = given
  const [i, j, k, left, right, place, first, last, rightPanel] = builder.locals('i32', 9) as [...Parameters, Local]
  const [a, b0, b1] = builder.locals('v128', 3) as [Local, Local, Local]
  const sums = builder.locals('v128', 2 * panelRows)

  const step = (u: number): Code => [
    ...b0.set(loadVector(right.get, u * panelBytes)),
    ...b1.set(loadVector(right.get, u * panelBytes + 16)),
    ...Array.from({ length: panelRows }, (_, r) => [
      ...a.set(lanes.loadEverywhere(left.get, (u * panelRows + r) * lanes.bytes)),
      ...sums[2 * r]!.set(lanes.plus(sums[2 * r]!.get, lanes.times(a.get, b0.get))),
      ...sums[2 * r + 1]!.set(lanes.plus(sums[2 * r + 1]!.get, lanes.times(a.get, b1.get))),
    ]).flat(),
  ]
  const store = (value: (sum: Code, offset: number) => Code): Code =>
    Array.from({ length: panelRows }, (_, r) => [
      ...storeVector(place.get, value(sums[2 * r]!.get, 0)),
      ...storeVector(place.get, value(sums[2 * r + 1]!.get, 16), 16),
      ...advance(place, stride.get),
    ]).flat()

  const block: Code = [
    ...left.set(add(A.get, multiply(i.get, multiply(depth.get, constant(lanes.bytes))))),
    ...right.set(rightPanel.get),
    ...place.set(add(add(C.get, multiply(i.get, stride.get)), multiply(j.get, constant(lanes.bytes)))),
    ...sums.flatMap((sum) => sum.set(zeroVector)),
    ...k.set(constant(0)),
    ...countUp(k, depth.get, unrolled, [
      ...Array.from({ length: unrolled }, (_, u) => step(u)).flat(),
      ...advance(left, constant(unrolled * panelRows * lanes.bytes)),
      ...advance(right, constant(unrolled * panelBytes)),
    ]),
    ...choose(
      subtract.get,
      store((sum, offset) => lanes.minus(loadVector(place.get, offset), sum)),
      store((sum) => sum),
    ),
  ]
  const panels = panelsAtOnce * (panelBytes / lanes.bytes)
  const code = countUp(first, columns.get, panels, [
    ...last.set(lesser(add(first.get, constant(panels)), columns.get)),
    ...i.set(constant(0)),
    ...countUp(i, rows.get, panelRows, [
      ...j.set(first.get),
      ...rightPanel.set(add(B.get, multiply(first.get, multiply(depth.get, constant(lanes.bytes))))),
      ...countUp(j, last.get, panelBytes / lanes.bytes, [...block, ...advance(rightPanel, multiply(depth.get, constant(panelBytes)))]),
    ]),
  ])
  return { builder, code }
}

/** Four partial sums of vectors per row, added at its end. */
function timesVector(lanes: Lanes): Written {
  const { builder, given } = start(5)
  const [M, x, y, rows, columns] = given
  const [i, j, part] = builder.locals('i32', 3) as [Local, Local, Local]
  const sums = builder.locals('v128', 4) as [Local, Local, Local, Local]
  const code = countUp(i, rows.get, 1, [
    ...sums.flatMap((sum) => sum.set(zeroVector)),
    ...part.set(x.get),
    ...j.set(constant(0)),
    ...countUp(j, columns.get, 64 / lanes.bytes, [
      ...sums.flatMap((sum, u) => sum.set(lanes.plus(sum.get, lanes.times(loadVector(M.get, u * 16), loadVector(part.get, u * 16))))),
      ...advance(M, constant(64)),
      ...advance(part, constant(64)),
    ]),
    ...sums[0].set(lanes.plus(lanes.plus(sums[0].get, sums[1].get), lanes.plus(sums[2].get, sums[3].get))),
    ...lanes.storeNumber(y.get, lanes.sum(sums[0].get)),
    ...advance(y, constant(lanes.bytes)),
  ])
  return { builder, code }
}

/** Four rows at a time are added to y, in their order. */
function transposedTimesVector(lanes: Lanes): Written {
  const { builder, given } = start(5)
  const [M, x, y, rows, columns] = given
  const [i, j, stride, sum] = [...builder.locals('i32', 3), builder.local('v128')] as [Local, Local, Local, Local]
  const from = builder.locals('i32', 4) as [Local, Local, Local, Local]
  const factors = builder.locals('v128', 4)
  const rowBytes = multiply(columns.get, constant(lanes.bytes))
  const clear = countUp(j, rowBytes, 16, storeVector(add(y.get, j.get), zeroVector))
  const code: Code = [
    ...stride.set(rowBytes),
    ...clear,
    ...countUp(i, rows.get, 4, [
      ...factors.flatMap((factor, r) => factor.set(lanes.loadEverywhere(x.get, r * lanes.bytes))),
      ...from[0].set(add(M.get, multiply(i.get, stride.get))),
      ...[1, 2, 3].flatMap((r) => from[r]!.set(add(from[r - 1]!.get, stride.get))),
      ...j.set(constant(0)),
      ...countUp(j, stride.get, 16, [
        ...sum.set(loadVector(add(y.get, j.get))),
        ...factors.flatMap((factor, r) => sum.set(lanes.plus(sum.get, lanes.times(factor.get, loadVector(add(from[r]!.get, j.get)))))),
        ...storeVector(add(y.get, j.get), sum.get),
      ]),
      ...advance(x, constant(4 * lanes.bytes)),
    ]),
  ]
  return { builder, code }
}
