// `npm run docs`: writes docs/generated/ from the code. A test fails when a file there is stale.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeApi } from './generate-docs/api.ts'
import { describeData } from './generate-docs/data.ts'
import { describeDatabase } from './generate-docs/database.ts'
import { describeNotices } from './generate-docs/notices.ts'
import { describeRooms } from './generate-docs/rooms.ts'

export const generatedFolder = path.resolve(import.meta.dirname, '../docs/generated')

/** Every generated document by the name of its file. */
export async function generateDocs(): Promise<Map<string, string>> {
  return new Map([
    ['api.md', await describeApi()],
    ['data.md', describeData()],
    ['database.md', await describeDatabase()],
    ['notices.md', describeNotices()],
    ['rooms.md', describeRooms()],
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  fs.mkdirSync(generatedFolder, { recursive: true })
  for (const [name, text] of await generateDocs()) fs.writeFileSync(path.join(generatedFolder, name), text)
}
