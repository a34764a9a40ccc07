import { knownFiles } from '../actions/known-files.ts'
import type { Series } from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import { kazstat } from '../formats/open-sdg/kazstat.ts'
import { readArguments, type Arguments, type Options } from './arguments.ts'
import { cityOf, type Command, type CommandNeeds } from './command.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { explainColumns } from './explain-columns.ts'
import { readText, requireKind } from './files.ts'
import { importCityFolder } from './import-city.ts'
import { importSdmx } from './import-sdmx.ts'
import { storeReadings } from './store-readings.ts'
import { taken } from './words-of-refusal.ts'
import type { Terminal } from './terminal.ts'

/** Options by what is imported: an option that would do nothing is refused. */
const optionsOf: Readonly<Record<string, Options>> = {
  'open-sdg': { city: { type: 'string' }, area: { type: 'string' }, source: { type: 'string' }, draft: { type: 'boolean' } },
  csv: { city: { type: 'string' }, mapping: { type: 'string' }, explain: { type: 'boolean' }, draft: { type: 'boolean' } },
  xlsx: { city: { type: 'string' }, mapping: { type: 'string' }, explain: { type: 'boolean' }, draft: { type: 'boolean' } },
  sdmx: {
    city: { type: 'string' },
    structure: { type: 'string' },
    source: { type: 'string' },
    indicator: { type: 'string' },
    draft: { type: 'boolean' },
  },
  city: {},
}

/** Words after "import": one file or folder, but of SDMX messages as many as there are. */
const mostWords = (what: string): number => (what === 'sdmx' ? Infinity : 2)

/** `bagdar import open-sdg|csv|xlsx|sdmx|city …`. */
export const importCommand: Command = async (args, terminal, needs) => {
  const what = args.find((word) => Object.hasOwn(optionsOf, word))
  if (what === undefined) throw new UsageError('Say what to import: open-sdg, csv, xlsx, sdmx or city')
  const given = readArguments(args, { ...optionsOf[what], 'dry-run': { type: 'boolean' } }, mostWords(what))
  const words = given.words.filter((word) => word !== what)
  if (what === 'sdmx') return await importSdmx(words, given, terminal, needs)
  const [path] = words
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
    return await storeReadings(
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
    return await storeReadings(city, set, milliseconds, { parameters: { mapping }, covers: () => false }, given, terminal, needs, record)
  })
}
