import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { openZip, zipLimits, type ZipLimits } from './open-zip.ts'
import { makeZip, type MadeEntry } from '../../../test/support/make-zip.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytes = (words: string) => new TextEncoder().encode(words)

async function unpacked(archive: Uint8Array, limits: ZipLimits = zipLimits): Promise<Record<string, string>> {
  const result: Record<string, string> = {}
  for (const entry of openZip(bytesInMemory('a.zip', archive), limits).entries) {
    result[entry.path] = ''
    for await (const chunk of entry.chunks()) result[entry.path] += text(chunk)
  }
  return result
}

/** Code of the error; null when there is none. */
async function codeOf(archive: Uint8Array, limits?: ZipLimits): Promise<string | null> {
  try {
    await unpacked(archive, limits)
    return null
  } catch (error) {
    if (error instanceof FormatError) return error.code
    throw error
  }
}

const long = 'stop,07:00:00\n'.repeat(3000)
const two: MadeEntry[] = [
  { path: 'a.txt', bytes: bytes('hello') },
  { path: 'folder/b.txt', bytes: bytes(long) },
]

describe('reads', () => {
  test.each([
    { case: 'stored entries', archive: makeZip(two.map((entry) => ({ ...entry, stored: true }))) },
    { case: 'deflated entries', archive: makeZip(two) },
    { case: 'ZIP64 fields', archive: makeZip(two, { zip64: true }) },
    { case: 'an archive with a comment', archive: makeZip(two, { comment: 'made by hand' }) },
    { case: 'an archive with bytes before it', archive: Buffer.concat([Buffer.from('#!/bin/sh\n'), makeZip(two)]) },
    { case: 'a ZIP64 archive with bytes before it', archive: Buffer.concat([Buffer.from('#!/bin/sh\n'), makeZip(two, { zip64: true })]) },
    { case: 'an archive with a folder among its entries', archive: makeZip([{ path: 'folder/', bytes: bytes('') }, ...two]) },
  ])('$case', async ({ archive }) => {
    expect(await unpacked(archive)).toEqual({ 'a.txt': 'hello', 'folder/b.txt': long })
  })

  test('an archive without entries has none', async () => {
    expect(await unpacked(makeZip([]))).toEqual({})
  })
})

describe('refuses', () => {
  const bomb: MadeEntry = { path: 'bomb.txt', bytes: new Uint8Array(4 * 2 ** 20) }
  test.each([
    { case: 'what is not an archive', archive: bytes('stop_id,stop_name\n'), code: 'zip_not_an_archive' },
    { case: 'nothing', archive: new Uint8Array(0), code: 'zip_not_an_archive' },
    { case: 'a bomb: four megabytes of zeros in four kilobytes', archive: makeZip([bomb]), code: 'zip_ratio_too_high' },
    { case: 'an encrypted entry', archive: makeZip([{ ...two[0]!, flags: 1 }]), code: 'zip_encrypted' },
    { case: 'a method that nobody knows', archive: makeZip([{ ...two[0]!, method: 99 }]), code: 'zip_method_unknown' },
    { case: 'a checksum that is wrong', archive: makeZip([{ ...two[0]!, crc32: 1 }]), code: 'zip_entry_damaged' },
    { case: 'a size that is too small: the rest is not unpacked', archive: makeZip([{ ...two[1]!, size: 10 }]), code: 'zip_entry_damaged' },
    { case: 'a size that is too large', archive: makeZip([{ ...two[0]!, size: 6 }]), code: 'zip_entry_damaged' },
    { case: 'packed bytes that reach into the list of entries', archive: makeZip([{ ...two[0]!, packedSize: 5000 }]), code: 'zip_damaged' },
    { case: 'a local header elsewhere', archive: makeZip([{ ...two[1]!, offset: 7 }]), code: 'zip_entry_damaged' },
  ])('$case', async ({ archive, code }) => {
    expect(await codeOf(archive)).toBe(code)
  })

  test('entries that share their bytes', async () => {
    const shared = makeZip([two[1]!, { ...two[1]!, path: 'again.txt', offset: 0 }])
    expect(await codeOf(shared)).toBe('zip_entries_overlap')
  })

  test('more entries, more bytes than the limits', async () => {
    expect(await codeOf(makeZip(two), { ...zipLimits, entries: 1 })).toBe('zip_too_many_entries')
    expect(await codeOf(makeZip(two), { ...zipLimits, unpackedBytes: 1000 })).toBe('zip_too_large')
    expect(await codeOf(makeZip(two), { ...zipLimits, packedBytes: 100 })).toBe('zip_too_large')
  })

  test('a ratio that deflate cannot have, claimed by a stored entry', async () => {
    const lie = makeZip([{ path: 'lie.txt', bytes: bytes('x'), stored: true, size: 2 ** 30 }])
    expect(await codeOf(lie)).toBe('zip_ratio_too_high')
  })
})

describe('hostile bytes', () => {
  const archive = makeZip(two, { zip64: true })

  test('every truncation ends in a clear error', async () => {
    for (let length = 0; length < archive.length; length += 1 + (length % 3))
      expect(await codeOf(archive.subarray(0, length))).toMatch(/^zip_/)
  })

  test('every flipped bit is harmless or ends in a clear error, and no text comes out changed', async () => {
    for (let at = 0; at < archive.length; at++) {
      const flipped = Uint8Array.from(archive)
      flipped[at]! ^= 1 << (at % 8)
      const code = await codeOf(flipped)
      if (code === null) expect(Object.values(await unpacked(flipped)).every((words) => words === 'hello' || words === long)).toBe(true)
      else expect(code).toMatch(/^zip_/)
    }
  })
})

test('the made archives are what other programs make: a stored and a deflated one byte for byte', () => {
  const data = bytes('hello')
  const made = Buffer.from(makeZip([{ path: 'a', bytes: data }]))
  expect(made.readUInt32LE(14)).toBe(crc32(data))
  expect(made.subarray(31, 31 + deflateRawSync(data).length)).toEqual(deflateRawSync(data))
})
