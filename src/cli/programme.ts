import path from 'node:path'
import { checkProgrammeFile } from '../actions/check-programme.ts'
import { importProgramme } from '../actions/import-programme.ts'
import type { LocatedProblem } from '../books/programme/problem.ts'
import { writeProgramme } from '../formats/programme-file/write-programme.ts'
import { releaseFile } from '../formats/release-file.ts'
import { readArguments, type Arguments, type Options } from './arguments.ts'
import { cityOf, type Command, type CommandNeeds } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { readText, writeNewFile } from './files.ts'
import type { Terminal } from './terminal.ts'
import { wordsOfRefusal } from './words-of-refusal.ts'

/** Options by what is done: an option that would do nothing is refused. */
const optionsOf: Readonly<Record<string, Options>> = {
  check: {},
  import: { city: { type: 'string' }, draft: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  export: { city: { type: 'string' }, version: { type: 'string' } },
}

/** `bagdar programme check|import|export`. */
export const programme: Command = async (args, terminal, needs) => {
  const verb = args.find((word) => Object.hasOwn(optionsOf, word))
  if (verb === undefined) throw new UsageError('Say "check", "import" or "export"')
  const given = readArguments(args, optionsOf[verb] ?? {}, 2)
  const file = given.words.find((word) => word !== verb)
  if (verb === 'export') return await exportVersion(file ?? null, given, terminal, needs)
  if (file === undefined) throw new UsageError(`Say which file to ${verb}`)
  const text = readText(file)
  const { problems, counts, version } = checkProgrammeFile(text, file)
  for (const problem of problems) terminal.complain(saidOfProblem(problem))
  const summary = `${counts.error} errors, ${counts.warning} warnings, ${counts.info} remarks.`
  if (verb === 'check') {
    terminal.answer({ file, ok: version !== null, counts, problems })
    terminal.say(`${file}: ${summary}`)
    return version === null ? exitCodes.refused : exitCodes.done
  }
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const outcome = await importProgramme(
      city,
      { text, file: releaseFile(path.basename(file), Buffer.from(text)) },
      { madeBy: record.operator, write: given.flag('dry-run') ? 'none' : given.flag('draft') ? 'draft' : 'publish' },
      record,
    )
    if (!outcome.ok) throw new RefusedError(`${file}: ${wordsOfRefusal(outcome.refusal)}`, { refusal: outcome.refusal, counts, problems })
    const { release } = outcome.value
    terminal.answer({
      city: city.slug,
      programme: outcome.value.version.programme,
      version: outcome.value.version.number,
      release,
      counts,
      problems,
    })
    terminal.say(`${file}: ${summary}`)
    terminal.say(release === null ? 'Nothing is stored.' : `Release ${release} of ${city.slug}: version ${outcome.value.version.number}.`)
    return exitCodes.done
  })
}

async function exportVersion(file: string | null, given: Arguments, terminal: Terminal, needs: CommandNeeds): Promise<number> {
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const versions = await record.listProgrammeVersions(city, record.now())
    const number = given.text('version')
    const version = number === null ? versions.at(-1) : versions.find((one) => String(one.number) === number)
    if (version === undefined) {
      const known = versions.map((one) => one.number).join(', ')
      throw new RefusedError(
        known === '' ? `${city.slug} has no programme yet.` : `${city.slug} has no version ${number ?? ''}. There are: ${known}.`,
      )
    }
    const yaml = writeProgramme(version)
    if (file !== null) writeNewFile(file, yaml)
    terminal.answer({ city: city.slug, file, version })
    terminal.say(file === null ? yaml.trimEnd() : `Version ${version.number} is in ${file}.`)
    return exitCodes.done
  })
}

export const saidOfProblem = ({ file, line, column, severity, code, details }: LocatedProblem): string =>
  `${file}:${line}:${column}: ${severity}: ${wordsOfRefusal({ code: `problem_${code}`, details })}`
