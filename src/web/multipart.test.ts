import { expect, test } from 'vitest'
import { MultipartError, readMultipart } from './multipart.ts'

const text = 'a\r\n--B\r\n--BO\r\nb'
const whole = Buffer.from(
  `--BOUND\r\nContent-Disposition: form-data; name="formKey"\r\n\r\nk1\r\n--BOUND\r\nContent-Disposition: form-data; name="file"; filename="a%22.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--BOUND\r\nContent-Disposition: form-data; name="after"\r\n\r\n\r\n--BOUND--\r\n`,
)

/** A request whose bytes come in pieces of this size. */
const request = (bytes: Buffer, size: number): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=BOUND' },
    body: new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(Uint8Array.from(bytes.subarray(at, at + size)))
        controller.close()
      },
    }),
    duplex: 'half',
  } as RequestInit)

async function read(bytes: Buffer, size: number) {
  const files: string[] = []
  const fields = await readMultipart(request(bytes, size), async ({ field, name, content }) => {
    const parts: Uint8Array[] = []
    for await (const chunk of content) parts.push(chunk)
    files.push(`${field} ${name} ${Buffer.concat(parts).toString()}`)
  })
  return { fields: Object.fromEntries(fields), files }
}

test('a form is the same in whatever pieces it comes', async () => {
  const expected = { fields: { formKey: 'k1', after: '' }, files: [`file a".csv ${text}`] }
  for (let size = 1; size <= whole.length; size++) expect(await read(whole, size)).toEqual(expected)
})

test('a form cut short anywhere is refused', async () => {
  for (let length = 0; length < whole.length - 4; length += 7)
    await expect(read(whole.subarray(0, length), 64)).rejects.toBeInstanceOf(MultipartError)
})

test('a field that is longer than any of ours is refused', async () => {
  const long = Buffer.from(`--BOUND\r\nContent-Disposition: form-data; name="x"\r\n\r\n${'x'.repeat(70_000)}\r\n--BOUND--\r\n`)
  await expect(read(long, 4096)).rejects.toBeInstanceOf(MultipartError)
})
