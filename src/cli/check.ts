import { checkRecord } from '../actions/check-record.ts'
import { readArguments } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes } from './exit-codes.ts'

const shownDisputes = 10

/** `bagdar check`: what in the record needs attention. */
export const check: Command = async (args, terminal, needs) => {
  const given = readArguments(args, { city: { type: 'string' } }, 0)
  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const found = await checkRecord(city, record)
    terminal.answer({ city: city.slug, ...found })
    terminal.say(`${city.slug}: ${found.series} series, ${found.figures} figures, ${found.gaps} marked gaps`)
    terminal.say(`In dispute: ${found.disputes.length}`)
    for (const one of found.disputes.slice(0, shownDisputes))
      terminal.say(`  ${one.series} ${one.timePeriod}: ${one.values.map((value) => value ?? 'gap').join(' against ')}`)
    if (found.disputes.length > shownDisputes) terminal.say(`  … and ${found.disputes.length - shownDisputes} more (--json lists all)`)
    terminal.say(`Drafts: ${found.drafts.length}`)
    for (const one of found.drafts)
      terminal.say(`  release ${one.number} of ${one.recordedAt}: bagdar release publish ${one.number} --city ${city.slug}`)
    terminal.say(`Reported mistakes: ${found.mistakeReports.length}`)
    for (const one of found.mistakeReports) terminal.say(`  ${one.number}. ${one.series} ${one.timePeriod}: ${one.text}`)
    if (found.orphans === 0 && found.damagedFiles === 0) return exitCodes.done
    terminal.complain(
      `The record is damaged: ${found.orphans} values have no series or no release, ${found.damagedFiles} computed files lack a part. Restore a backup, and tell the developers.`,
    )
    return exitCodes.refused
  })
}
