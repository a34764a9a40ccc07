/**
 * A small assembler for WebAssembly: enough for loops over numbers in memory, and nothing else. A piece of code is its bytes;
 * expressions are built from the inside out, as they would be written in the text format.
 *
 * Source  WebAssembly Core Specification 2.0, chapter 5 "Binary Format".
 */
export type Code = readonly number[]

type ValueType = 'i32' | 'v128'

const typeCode = { i32: 0x7f, v128: 0x7b }
const noResult = 0x40

/** One of a function's parameters or local variables. */
export class Local {
  readonly get: Code
  readonly #index: Code
  constructor(index: number) {
    this.#index = unsigned(index)
    this.get = [0x20, ...this.#index]
  }
  set(value: Code): Code {
    return [...value, 0x21, ...this.#index]
  }
}

/** A function under construction: hands out its locals, parameters first. */
export class FunctionBuilder {
  readonly #types: ValueType[] = []
  readonly parameters: readonly Local[]
  readonly #count: number

  constructor(parameters: number) {
    this.#count = parameters
    this.parameters = Array.from({ length: parameters }, () => this.local('i32'))
  }

  local(type: ValueType): Local {
    this.#types.push(type)
    return new Local(this.#types.length - 1)
  }

  locals(type: ValueType, count: number): Local[] {
    return Array.from({ length: count }, () => this.local(type))
  }

  /** The function's entry of the code section. */
  body(code: Code): Code {
    const own = this.#types.slice(this.#count).map((type) => [1, typeCode[type]])
    return sized([...vector(own), ...code, 0x0b])
  }

  /** The function's entry of the type section: numbers in, nothing out. */
  get signature(): Code {
    return [0x60, ...vector(this.parameters.map(() => [typeCode.i32])), 0]
  }
}

export const constant = (value: number): Code => [0x41, ...signed(value)]
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
export const advance = (local: Local, by: Code): Code => local.set(add(local.get, by))

/** `while (index < end) { body; index += step }`, unsigned. */
export const countUp = (index: Local, end: Code, step: number, body: Code): Code => [
  ...[0x02, noResult, 0x03, noResult],
  ...[...index.get, ...end, 0x4f, 0x0d, 1],
  ...body,
  ...advance(index, constant(step)),
  ...[0x0c, 0, 0x0b, 0x0b],
]

/** `if (condition) { yes } else { no }` */
export const choose = (condition: Code, yes: Code, no: Code): Code => [...condition, 0x04, noResult, ...yes, 0x05, ...no, 0x0b]

/** The smaller of two unsigned numbers. */
export const lesser = (a: Code, b: Code): Code => [...a, ...b, ...a, ...b, 0x49, 0x1b]

const atOffset = (offset: number): Code => [0, ...unsigned(offset)]
const vectorOp = (code: number): Code => [0xfd, ...unsigned(code)]

export const loadVector = (address: Code, offset = 0): Code => [...address, ...vectorOp(0x00), ...atOffset(offset)]
export const storeVector = (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...vectorOp(0x0b), ...atOffset(offset)]
export const zeroVector: Code = [...vectorOp(0x0c), ...Array.from({ length: 16 }, () => 0)]

/** Instructions that differ between numbers of 32 and of 64 bits. */
export interface Lanes {
  /** Bytes of one number; a vector holds `16 / bytes` of them. */
  bytes: 4 | 8
  copyNumber(to: Code, from: Code, offset: number): Code
  storeNumber(address: Code, value: Code): Code
  /** One number from memory in every lane. */
  loadEverywhere(address: Code, offset?: number): Code
  plus(a: Code, b: Code): Code
  minus(a: Code, b: Code): Code
  times(a: Code, b: Code): Code
  /** Sum of the lanes, neighbours first. */
  sum(vector: Code): Code
}

export const f32Lanes: Lanes = {
  bytes: 4,
  copyNumber: (to, from, offset) => [...to, ...from, 0x2a, ...atOffset(0), 0x38, ...atOffset(offset)],
  storeNumber: (address, value) => [...address, ...value, 0x38, ...atOffset(0)],
  loadEverywhere: (address, offset = 0) => [...address, ...vectorOp(0x09), ...atOffset(offset)],
  plus: (a, b) => [...a, ...b, ...vectorOp(0xe4)],
  minus: (a, b) => [...a, ...b, ...vectorOp(0xe5)],
  times: (a, b) => [...a, ...b, ...vectorOp(0xe6)],
  sum: (vector) => {
    const lane = (index: number) => [...vector, ...vectorOp(0x1f), index]
    return [...lane(0), ...lane(1), 0x92, ...lane(2), ...lane(3), 0x92, 0x92]
  },
}

export const f64Lanes: Lanes = {
  bytes: 8,
  copyNumber: (to, from, offset) => [...to, ...from, 0x2b, ...atOffset(0), 0x39, ...atOffset(offset)],
  storeNumber: (address, value) => [...address, ...value, 0x39, ...atOffset(0)],
  loadEverywhere: (address, offset = 0) => [...address, ...vectorOp(0x0a), ...atOffset(offset)],
  plus: (a, b) => [...a, ...b, ...vectorOp(0xf0)],
  minus: (a, b) => [...a, ...b, ...vectorOp(0xf1)],
  times: (a, b) => [...a, ...b, ...vectorOp(0xf2)],
  sum: (vector) => [...vector, ...vectorOp(0x21), 0, ...vector, ...vectorOp(0x21), 1, 0xa0],
}

/** A module whose functions work on the memory `env.memory`. */
export function assemble(functions: Readonly<Record<string, { builder: FunctionBuilder; code: Code }>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(functions)
  const section = (id: number, items: readonly Code[]): Code => [id, ...sized(vector(items))]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      entries.map(([, one]) => one.builder.signature),
    ),
    ...section(2, [[...text('env'), ...text('memory'), 0x02, 0, 1]]),
    ...section(
      3,
      entries.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      entries.map(([name], index) => [...text(name), 0, ...unsigned(index)]),
    ),
    ...section(
      10,
      entries.map(([, one]) => one.builder.body(one.code)),
    ),
  ])
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const sized = (code: Code): Code => [...unsigned(code.length), ...code]
const text = (value: string): Code => [...unsigned(value.length), ...[...value].map((letter) => letter.charCodeAt(0))]

/** LEB128, seven bits to a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): Code {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
