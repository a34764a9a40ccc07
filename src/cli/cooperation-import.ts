import fs from 'node:fs'
import path from 'node:path'
import { importCase } from '../actions/cooperation/import-case.ts'
import { dayIn } from '../books/as-of.ts'
import type { LocatedProblem } from '../books/programme/problem.ts'
import { readCase } from '../formats/cooperation-file/read-case.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { wordsOfCooperation } from './cooperation-words.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { readText } from './files.ts'

const options: Options = { city: { type: 'string' }, publish: { type: 'boolean' }, 'dry-run': { type: 'boolean' } }

/** `bagdar cooperation import <file> [--publish] [--dry-run] [--city NAME]`. */
export const importCaseCommand: Command = async (args, terminal, needs) => {
  const asked = readArguments(args, options, 1)
  const [file] = asked.words
  if (file === undefined) throw new UsageError('Say which file to import')
  const { given, problems } = readCase(readText(file), file, (name) => readBeside(path.join(path.dirname(file), name)))
  for (const problem of problems) terminal.complain(saidOf(problem))
  if (given === null)
    throw new RefusedError(`${file}: ${problems.length === 1 ? '1 error' : `${problems.length} errors`}. Nothing is stored.`, { problems })
  const counts: Record<string, number> = {}
  for (const { kind } of given.records) counts[kind] = (counts[kind] ?? 0) + 1
  const said = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`)
  if (asked.flag('dry-run')) {
    terminal.answer({ file, found: counts, published: 0 })
    terminal.say(`${file}: ${said.join(', ')}. Nothing is stored: this was a dry run.`)
    return exitCodes.done
  }
  return await needs.withRecord(async (record, inOneTransaction) => {
    const city = await cityOf(record, asked.text('city'))
    const at = record.now()
    const input = { city, by: null, at, given, publish: asked.flag('publish'), today: dayIn(city.timeZone, at) }
    const imported = await inOneTransaction(async (whole) => {
      const outcome = await importCase(input, whole)
      if (outcome.ok) return outcome
      const { record: one, problems: refused } = outcome
      const reasons = refused.map((problem) => wordsOfCooperation(problem)).join(' ')
      // thrown, so that the transaction ends without a change
      throw new RefusedError(`${file}: ${one.kind} ${one.id}: ${reasons} Nothing is stored.`, {
        kind: one.kind,
        id: one.id,
        problems: refused,
      })
    })
    terminal.answer({ file, city: city.slug, added: imported.added, published: imported.published })
    terminal.say(`${city.slug}: ${said.join(', ')}.`)
    terminal.say(
      imported.published === 0 ? 'None of it is public yet: publish it at the desk.' : `${imported.published} records are public.`,
    )
    return exitCodes.done
  })
}

const readBeside = (place: string): Uint8Array | null => {
  try {
    return fs.readFileSync(place)
  } catch {
    return null
  }
}

const saidOf = ({ file, line, column, path: place, code, details }: LocatedProblem): string =>
  `${file}:${line}:${column}: ${place.join('.')}: ${wordsOfCooperation({ code, details })}`
