import { basename } from 'node:path'
import { openBytes, type ByteSource } from '../formats/byte-source.ts'
import { requireKind } from './files.ts'

/** Opens files for one piece of work, and closes them afterwards whatever happens. */
export async function withFiles<T>(use: (open: (path: string) => ByteSource) => Promise<T>): Promise<T> {
  const opened: ByteSource[] = []
  try {
    return await use((path) => {
      requireKind(path, 'file')
      const source = openBytes(path, basename(path))
      opened.push(source)
      return source
    })
  } finally {
    for (const source of opened) source.close()
  }
}
