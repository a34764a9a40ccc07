import { checkProgrammeFile } from '../actions/check-programme.ts'
import { importCity, totalsOf } from '../actions/import-city.ts'
import type { Notice } from '../books/notice.ts'
import type { CityFolder } from '../formats/city-folder/city-folder.ts'
import type { Arguments } from './arguments.ts'
import type { CommandNeeds } from './command.ts'
import { exitCodes, RefusedError } from './exit-codes.ts'
import { rounded, saidOfImport } from './import-words.ts'
import { saidOfProblem } from './programme.ts'
import type { Terminal } from './terminal.ts'
import { taken, wordsOfRefusal } from './words-of-refusal.ts'

/** `bagdar import city <folder>`: everything in the folder, or, when something in it is wrong, nothing. */
export async function importCityFolder(path: string, given: Arguments, terminal: Terminal, needs: CommandNeeds): Promise<number> {
  terminal.progress(`Reading ${path}`)
  const { folder = null, problems = [], milliseconds } = taken(await needs.read({ kind: 'city', folder: path }), path)
  const broken = [...problems.filter(isError).map(saidOfNotice), ...programmeErrors(folder)]
  for (const one of broken) terminal.complain(one)
  if (folder === null || broken.length > 0)
    throw new RefusedError(`${path} cannot be taken in as it is; docs/city-folder.md describes the format.`, { problems })

  const totals = totalsOf(folder)
  const { slug } = folder.city
  if (given.flag('dry-run')) {
    terminal.answer({ city: slug, ...totals, releases: folder.sets.length, problems, milliseconds: rounded(milliseconds) })
    terminal.say(
      `${slug}: ${folder.sets.length} releases with ${totals.observations} values in ${totals.series} series; nothing is stored.`,
    )
    return exitCodes.done
  }
  return await needs.withRecord(async (record) => {
    const start = needs.clock()
    const outcome = await importCity(folder, record, (done, of) => terminal.progress(`Taking in ${slug}`, done, of))
    if (!outcome.ok) throw new RefusedError(wordsOfRefusal(outcome.refusal), { refusal: outcome.refusal })
    const { results, programmes } = outcome.value
    const stages = rounded({ ...milliseconds, store: needs.clock() - start })
    terminal.answer({ city: slug, ...totals, releases: results, programmes, problems, milliseconds: stages })
    for (const result of results) terminal.say(saidOfImport(slug, result, 'publish'))
    for (const one of programmes)
      terminal.say(`Version ${one.version} of ${one.programme}: ${one.release === null ? 'stands already' : `release ${one.release}`}.`)
    return exitCodes.done
  })
}

const isError = (problem: Notice): boolean => problem.severity === 'error'

function saidOfNotice({ code, file, line, column, value }: Notice): string {
  const place = [file ?? '', ...(line === null ? [] : [line])].join(':')
  return `${place}: ${wordsOfRefusal({ code: `city_${code}`, field: column ?? '', details: { value: value ?? '' } })}`
}

const programmeErrors = (folder: CityFolder | null): string[] =>
  [...(folder?.programmeFiles ?? [])].flatMap(([file, bytes]) =>
    checkProgrammeFile(new TextDecoder().decode(bytes), file)
      .problems.filter((problem) => problem.severity === 'error')
      .map(saidOfProblem),
  )
