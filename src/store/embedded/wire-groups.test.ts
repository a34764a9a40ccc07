import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WireGroups, type WireGroup } from './wire-groups.ts'

const start = (code: number, text = ''): Buffer => {
  const message = Buffer.alloc(8 + text.length)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(code, 4)
  message.write(text, 8)
  return message
}
const message = (type: string, text = ''): Buffer => {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(text))
  bytes.write(type, 0)
  bytes.writeInt32BE(bytes.length - 1, 1)
  bytes.write(text, 5)
  return bytes
}
const startup = start(196608, 'user\0postgres\0\0')
const show = (group: WireGroup): string =>
  group.kind === 'messages' ? `${group.complete ? '' : 'half '}${group.bytes.toString('latin1')}` : group.kind

const read = (...chunks: Buffer[]): string[] => {
  const wire = new WireGroups()
  return chunks.flatMap((chunk) => wire.push(chunk)).map(show)
}

describe('groups end where the server answers', () => {
  const parse = Buffer.concat([message('P', 's'), message('B', 'b'), message('E', 'e')])
  const sync = message('S')
  const text = (...parts: Buffer[]): string => Buffer.concat(parts).toString('latin1')
  test.each([
    { case: 'the start', sent: [startup], groups: [text(startup)] },
    { case: 'a simple query', sent: [startup, message('Q', 'a')], groups: [text(startup), text(message('Q', 'a'))] },
    { case: 'an extended query waits for its Sync', sent: [startup, parse], groups: [text(startup)] },
    { case: 'an extended query with its Sync', sent: [startup, parse, sync], groups: [text(startup), text(parse, sync)] },
    {
      case: 'a Flush ends half a round',
      sent: [startup, parse, message('H'), sync],
      groups: [text(startup), `half ${text(parse, message('H'))}`, text(sync)],
    },
    { case: 'a wish for TLS, then the start', sent: [start(80877103), startup], groups: ['encryption', text(startup)] },
    { case: 'goodbye', sent: [startup, message('X')], groups: [text(startup), 'goodbye'] },
    { case: 'a cancel request is only a goodbye', sent: [start(80877102)], groups: ['goodbye'] },
  ])('$case', ({ sent, groups }) => {
    expect(read(...sent)).toEqual(groups)
    expect(read(Buffer.concat(sent))).toEqual(groups)
  })
})

test('chunks may end anywhere', () => {
  const types = fc.constantFrom('Q', 'S', 'P', 'B', 'H', 'F')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(types, fc.string()), { maxLength: 8 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (sent, sizes) => {
        const all = Buffer.concat([startup, ...sent.map(([type, text]) => message(type, text))])
        const chunks: Buffer[] = []
        for (let at = 0; at < all.length;) {
          const size = sizes.next().value as number
          chunks.push(all.subarray(at, at + size))
          at += size
        }
        expect(read(...chunks)).toEqual(read(all))
      },
    ),
  )
})

test.each([
  { case: 'a length below its own size', bytes: Buffer.from([0x51, 0, 0, 0, 3]) },
  { case: 'a negative length', bytes: Buffer.from([0x51, 0xff, 0, 0, 0]) },
])('$case is not PostgreSQL', ({ bytes }) => {
  expect(() => read(startup, bytes)).toThrow(RangeError)
})
