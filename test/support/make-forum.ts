import { randomUUID } from 'node:crypto'
import { addRecord } from '../../src/actions/cooperation/write-record.ts'
import { writeForum } from '../../src/actions/cooperation/forum-write.ts'
import type { ForumTexts } from '../../src/books/cooperation/forum/matching.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from './server.ts'

/** Two investors, two owners with a project each, and what they wish. */
export const forumTexts: ForumTexts = {
  slots: '10:00–10:20\n10:30–10:50',
  tables: '2',
  participants: [
    'code,side,organisation,languages,sectors,amount_from,amount_to,slots,meetings',
    'siam,investor,Siam Hotels,th en,tourism,100,500,,',
    'chao,investor,Chao Energy,th,energy,,,1,',
    'ile,owner,Іле Тур,kk en,tourism,,,,',
    'su,owner,Таза Су,kk ru,water,,,,1',
  ].join('\n'),
  projects: 'code,owner,title,sectors,amount\nhotel,ile,Таудағы қонақүй,tourism,300\npump,su,Сорғы стансасы,water,900',
  wishes: 'from,to,wish\nsiam,hotel,5\nile,siam,4\nchao,su,3\nsiam,su,must\nsu,chao,never',
}

/** An event at the desk; a forum unless told otherwise. Returns its number. */
export async function addEvent(site: TestSite, city: City, name: string, kind = 'forum'): Promise<number> {
  const form = { 'title.en': name, kind, state: 'planned', timeZone: 'Asia/Almaty' }
  const added = await addRecord({ city, by: randomUUID(), at: new Date(), kind: 'event', form }, site.record)
  if (!added.ok) throw new Error(JSON.stringify(added.problems))
  return added.number
}

/** A forum with its schedule. */
export async function makeForum(site: TestSite, city: City, name: string): Promise<number> {
  const number = await addEvent(site, city, name)
  const texts = { ...forumTexts, participants: forumTexts.participants.replace('Siam Hotels', name) }
  const written = await writeForum({ city, by: randomUUID(), at: new Date(), number, revision: 0, texts }, site.record)
  if (!written?.ok) throw new Error(JSON.stringify(written?.problems))
  return number
}
