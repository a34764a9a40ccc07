import fs from 'node:fs'
import path from 'node:path'

export const sourceFolder = path.resolve(import.meta.dirname, '../../src')

/** Files of the product, without tests, by path inside `src/`, in order. */
export function productFiles(): Map<string, string> {
  const files = fs
    .readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .sort()
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(sourceFolder, file), 'utf8')]))
}
