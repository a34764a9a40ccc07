import path from 'node:path'
import { importRecords, previewRecords } from '../actions/cooperation/import-records.ts'
import { importedKinds, isImportedKind } from '../books/cooperation/import-rows.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { wordsOfCooperation, wordsOfNotice } from './cooperation-words.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { readBytes } from './files.ts'

const options: Options = { city: { type: 'string' }, kind: { type: 'string' }, 'dry-run': { type: 'boolean' } }

/** `bagdar cooperation import-csv <file> --kind partner|agreement [--dry-run] [--city NAME]`. */
export const importTableCommand: Command = async (args, terminal, needs) => {
  const asked = readArguments(args, options, 1)
  const [file] = asked.words
  const kind = asked.text('kind') ?? ''
  if (file === undefined) throw new UsageError('Say which table to import')
  if (!isImportedKind(kind)) throw new UsageError(`Say --kind with what the table holds: ${importedKinds.join(' or ')}`)
  const csv = readBytes(file)
  return await needs.withRecord(async (record, inOneTransaction) => {
    const city = await cityOf(record, asked.text('city'))
    const checked = await previewRecords({ city, kind, csv, file: path.basename(file), at: record.now() }, record)
    if (!checked.ok) throw new RefusedError(`${file}: ${wordsOfCooperation(checked.refusal)}`, { refusal: checked.refusal })
    const { rows, refused, notices } = checked.value
    for (const one of notices)
      terminal.complain(
        `${file}:${one.line ?? 1}: ${[one.column, one.value, wordsOfNotice(one)].filter((part) => part !== null).join(': ')}`,
      )
    for (const { line, problems } of refused)
      for (const problem of problems)
        terminal.complain(
          `${file}:${line}: ${[problem.field, wordsOfCooperation(problem)].filter((part) => part !== undefined).join(': ')}`,
        )
    const isDryRun = asked.flag('dry-run')
    const doing = { city, by: null, at: record.now(), kind, rows }
    const imported = isDryRun ? null : await inOneTransaction(async (whole) => await importRecords(doing, whole))
    if (imported?.ok === false)
      throw new RefusedError(`${file}: ${wordsOfCooperation({ code: 'table_changed' })}`, { refused: imported.refused })
    const numbers = imported?.numbers ?? []
    terminal.answer({ file, city: city.slug, kind, fit: rows.length, numbers, refused, notices })
    terminal.say(`${rows.length} rows fit, ${refused.length} have mistakes.`)
    terminal.say(
      isDryRun
        ? 'Nothing is stored: this was a dry run.'
        : `${numbers.length} records added. None is public yet: publish them at the desk.`,
    )
    const isWhole = refused.length === 0 && notices.every(({ severity }) => severity !== 'error')
    return isWhole ? exitCodes.done : exitCodes.refused
  })
}
