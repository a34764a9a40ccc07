import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { Rooms } from '../src/open-rooms.ts'

/** Signed-in people and statements: enough that a vote of wrk is a new row or another choice, and never one that is there already. */
export const ballot = { voters: 500, statements: 2000 }

/** A consultation of the city that is open for years, with people who have begun to vote; their tokens are `voter-0`, `voter-1`, … */
export async function addVoters({ record, inOneTransaction }: Rooms, slug: string): Promise<number> {
  const at = new Date()
  const city = (await record.findCity(slug))!
  const version = (await record.listProgrammeVersions(city, at)).at(-1)!
  const id = randomUUID()
  const words = { kk: 'Дауыс', ru: 'Голос', en: 'Vote' }
  const content = { title: words, question: words, asked: words, rules: words, promise: words }
  const fields = { content, level: 'mail' as const, opensOn: '2020-01-01', closesOn: '2099-12-31' }
  return await inOneTransaction(async (whole) => {
    const number = await whole.addConsultation(city, { id, programme: version.programme, version: version.number, ...fields })
    await whole.keepConsultation(city, id, { ...fields, publishedAt: at.toISOString() })
    for (let statement = 1; statement <= ballot.statements; statement++)
      await whole.addStatement(
        city,
        { id },
        { by: { kind: 'city', text: { kk: `Пайымдау ${statement}` } }, subject: null, state: 'shown', at },
      )
    for (let voter = 0; voter < ballot.voters; voter++) {
      const person = randomUUID()
      const { id: personId } = await whole.addPerson({
        id: person,
        email: `${person}@example.kz`,
        name: `${voter}`,
        language: 'kk',
        createdAt: at,
      })
      const session = { personId, at, secondFactor: false, method: 'code' as const, device: '' }
      await whole.addSession({ id: randomUUID(), token: `voter-${voter}`, ...session })
      await whole.joinConsultation(city, { id }, { personId, keys: [], level: 'mail', channel: 'web', at })
    }
    return number
  })
}

/** What wrk sends, in its own language: each voter goes through all statements, and then through them again with another choice. */
export const voteScript = (origin: string): string =>
  `local choices = {"agree", "disagree", "pass"}
   function init() n = 0 end
   request = function()
     n = n + 1
     local voter = n % ${ballot.voters}
     local round = math.floor(n / ${ballot.voters})
     local statement = 1 + round % ${ballot.statements}
     local choice = choices[1 + math.floor(round / ${ballot.statements}) % 3]
     return wrk.format("POST", nil, {
       ["content-type"] = "application/x-www-form-urlencoded", ["sec-fetch-site"] = "same-origin", origin = "${origin}",
       cookie = "session=voter-" .. voter }, "statement=" .. statement .. "&choice=" .. choice)
   end`

/** Processor seconds that a process has used, with all its threads. */
export function processorSeconds(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
