import fs from 'node:fs'
import path from 'node:path'
import { polisFiles, readPolis, type PolisConversation } from '../../src/formats/polis/read-polis.ts'

const shared = process.env['BAGDAR_SHARED'] ?? path.join(import.meta.dirname, '../../../shared')
const folder = path.join(shared, 'data/polis')

/** Real conversations (CC BY 4.0, The Computational Democracy Project); absent where the shared data are. */
export const hasConversations = fs.existsSync(path.join(folder, 'vtaiwan.uberx'))

export const conversationFolder = (name: string): string => path.join(folder, name)

/** Conversations with how alike our groups in mode `polis` are to those that Polis published. */
export const conversations = [
  { name: 'austria-climate.5twd2jsnkf.2022-08-08', published: 0.97 },
  { name: 'scoop-hivemind.biodiversity', published: 0.97 },
  { name: 'vtaiwan.uberx', published: 0.92 },
  { name: 'bg2050-volunteers', published: 1 },
  // Its groups are history: nobody's computation from the votes comes above .88, the literal one gives .561.
  { name: 'american-assembly.bowling-green', published: 0.56 },
] as const

const kept = new Map<string, PolisConversation>()

export function readConversation(name: string): PolisConversation {
  const known = kept.get(name)
  if (known !== undefined) return known
  const present = polisFiles.filter((file) => fs.existsSync(path.join(folder, name, file)))
  const read = readPolis(new Map(present.map((file) => [file, fs.readFileSync(path.join(folder, name, file))])))
  kept.set(name, read)
  return read
}
