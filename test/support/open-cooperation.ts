import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { City } from '../../src/books/indicators/figure.ts'
import { readConfiguration } from '../../src/configuration.ts'
import { openRooms, type Rooms } from '../../src/open-rooms.ts'
import { smallCity } from './small-record.ts'

/** Rooms on an embedded database of their own, with cities that hold nothing yet. Call it in `beforeAll`. */
export async function openCooperation(...slugs: string[]): Promise<Rooms & { cities: City[] }> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-cooperation-'))
  const rooms = await openRooms(readConfiguration({ DATA_DIR: directory }), false)
  const cities = slugs.map((slug) => ({ ...smallCity, id: randomUUID(), slug }))
  for (const city of cities) await rooms.record.addCity(city)
  return {
    ...rooms,
    cities,
    close: async () => {
      await rooms.close()
      fs.rmSync(directory, { recursive: true })
    },
  }
}
