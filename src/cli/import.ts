import { importReadings, type ImportOptions } from '../actions/import-readings.ts'
import { knownFiles } from '../actions/known-files.ts'
import type { City, Series } from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import { kazstat } from '../formats/open-sdg/kazstat.ts'
import { readArguments, type Arguments, type Options } from './arguments.ts'
import { cityOf, type Command, type CommandNeeds, type CommandRecord } from './command.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { explainColumns } from './explain-columns.ts'
import { readText, requireKind } from './files.ts'
import { importCityFolder } from './import-city.ts'
import { rounded, saidOfImport } from './import-words.ts'
import { taken } from './words-of-refusal.ts'
import type { Terminal } from './terminal.ts'

/** Options by what is imported: an option that would do nothing is refused. */
const optionsOf: Readonly<Record<string, Options>> = {
  'open-sdg': { city: { type: 'string' }, area: { type: 'string' }, source: { type: 'string' }, draft: { type: 'boolean' } },
  csv: { city: { type: 'string' }, mapping: { type: 'string' }, explain: { type: 'boolean' }, draft: { type: 'boolean' } },
  xlsx: { city: { type: 'string' }, mapping: { type: 'string' }, explain: { type: 'boolean' }, draft: { type: 'boolean' } },
  city: {},
}

/** `bagdar import open-sdg|csv|xlsx|city …`. */
export const importCommand: Command = async (args, terminal, needs) => {
  const what = args.find((word) => Object.hasOwn(optionsOf, word))
  if (what === undefined) throw new UsageError('Say what to import: open-sdg, csv, xlsx or city')
  const given = readArguments(args, { ...optionsOf[what], 'dry-run': { type: 'boolean' } }, 2)
  const path = given.words.find((word) => word !== what)
  const isTable = what === 'csv' || what === 'xlsx'
  if (path === undefined) throw new UsageError(`Say which ${isTable ? 'file' : 'folder'} to import`)
  requireKind(path, isTable ? 'file' : 'folder')
  if (what === 'city') return await importCityFolder(path, given, terminal, needs)
  if (what === 'open-sdg') return await importOpenSdg(path, given, terminal, needs)
  return await importTable(path, given, terminal, needs)
}

async function importOpenSdg(folder: string, given: Arguments, terminal: Terminal, needs: CommandNeeds): Promise<number> {
  const area = given.text('area')
  const id = given.text('source') ?? kazstat.id
  const source = id === kazstat.id ? kazstat : { id, name: { en: id }, url: null, licence: null }
  const parameters = { area, source: id }
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    terminal.progress(`Reading ${folder}`)
    const known = await knownFiles(city, id, parameters, record)
    const answer = taken(await needs.read({ kind: 'open-sdg', folder, source, known, ...(area === null ? {} : { area }) }), folder)
    if (answer.set === undefined) throw new Error('The reader gave no readings.')
    return await store(
      city,
      answer.set,
      answer.milliseconds,
      { parameters, covers: coversOf(answer.set, area) },
      given,
      terminal,
      needs,
      record,
    )
  })
}

/** An Open SDG folder is complete for every indicator whose file is in it, for the area that was asked for. */
function coversOf(set: ReadingSet, area: string | null): (series: Series) => boolean {
  const files = new Set(set.files.map((file) => file.path))
  return (series) =>
    series.source === set.source.id &&
    files.has(`data/indicator_${series.indicator.replaceAll('.', '-')}.csv`) &&
    (area === null || series.refArea === area)
}

async function importTable(file: string, given: Arguments, terminal: Terminal, needs: CommandNeeds): Promise<number> {
  const mappingFile = given.text('mapping')
  const mapping = mappingFile === null ? null : readText(mappingFile)
  if (given.flag('explain')) {
    const { explanation, milliseconds } = taken(await needs.read({ kind: 'explain', file, mapping }), file, mappingFile)
    if (explanation === undefined) throw new Error('The reader gave no explanation.')
    terminal.answer({ ...explanation, milliseconds })
    terminal.say(explainColumns(explanation))
    return exitCodes.done
  }
  if (mapping === null)
    throw new UsageError('A table needs --mapping FILE, which says how its columns are to be read. Begin with --explain: it proposes one')
  terminal.progress(`Reading ${file}`)
  const { set, milliseconds } = taken(await needs.read({ kind: 'table', file, mapping }), file, mappingFile)
  if (set === undefined) throw new Error('The reader gave no readings.')
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    return await store(city, set, milliseconds, { parameters: { mapping }, covers: () => false }, given, terminal, needs, record)
  })
}

async function store(
  city: City,
  set: ReadingSet,
  milliseconds: Record<string, number>,
  how: Pick<ImportOptions, 'parameters' | 'covers'>,
  given: Arguments,
  terminal: Terminal,
  needs: CommandNeeds,
  record: CommandRecord,
): Promise<number> {
  terminal.progress(`Comparing and storing ${set.readings.length} values`)
  const start = needs.clock()
  const options: ImportOptions = { kind: 'import', madeBy: record.operator, write: writeOf(given), ...how }
  const result = await importReadings(city, set, options, record)
  const stages = rounded({ ...milliseconds, store: needs.clock() - start })
  terminal.answer({ city: city.slug, ...result, milliseconds: stages })
  terminal.say(saidOfImport(city.slug, result, options.write))
  return exitCodes.done
}

function writeOf(given: Arguments): ImportOptions['write'] {
  if (given.flag('dry-run')) return 'none'
  return given.flag('draft') ? 'draft' : 'publish'
}
