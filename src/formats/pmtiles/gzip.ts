import { gzipSync } from 'node:zlib'

const operatingSystemAt = 9
const unknownSystem = 255

/** Compressed without a time and without the name of the operating system: the same bytes on every machine. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 })
  packed[operatingSystemAt] = unknownSystem
  return packed
}
