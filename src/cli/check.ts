import { checkRecord } from '../actions/check-record.ts'
import { readArguments } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes } from './exit-codes.ts'

const shownDisputes = 10
const shownDamage = 20

/** `bagdar check`: what in the record is damaged, and what needs attention. */
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
    for (const one of found.mistakeReports)
      terminal.say(`  ${one.number}. ${one.series} ${one.timePeriod}: ${one.text || '(signed; its text is at the desk)'}`)
    if (found.damage.length === 0) {
      terminal.say('Nothing is damaged.')
      return exitCodes.done
    }
    terminal.complain(`The record is damaged: ${found.damage.length} ${found.damage.length === 1 ? 'finding' : 'findings'}`)
    for (const { what, todo } of found.damage.slice(0, shownDamage)) terminal.complain(`  ${what}\n    ${todo}`)
    if (found.damage.length > shownDamage) terminal.complain(`  … and ${found.damage.length - shownDamage} more (--json lists all)`)
    return exitCodes.refused
  })
}
