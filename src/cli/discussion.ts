import { importConversation } from '../actions/discussion/votes/import-conversation.ts'
import { isLanguage } from '../books/text.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { readPolisFolder } from './opinion-groups.ts'

const options: Options = { city: { type: 'string' }, consultation: { type: 'string' }, language: { type: 'string' } }

/** `bagdar discussion import <folder> --consultation N [--city NAME] [--language kk|ru|en]`. */
export const discussion: Command = async (args, terminal, needs) => {
  const given = readArguments(args, options, 2)
  const [what, folder] = given.words
  if (what !== 'import' || folder === undefined)
    throw new UsageError('Say "import" and which folder: it holds the CSV files of a Polis export')
  const number = Number(given.text('consultation'))
  const language = given.text('language') ?? 'en'
  if (!Number.isSafeInteger(number) || number < 1) throw new UsageError('Say --consultation with the number of the consultation')
  if (!isLanguage(language)) throw new UsageError(`--language is kk, ru or en, not "${language}"`)
  const conversation = readPolisFolder(folder)
  const imported = await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const consultation = await record.findConsultation(city, number)
    if (consultation === null) throw new RefusedError(`${city.slug} has no consultation ${number}.`)
    const outcome = await importConversation({ city, consultation, language }, conversation, record)
    if (!outcome.ok)
      throw new RefusedError(`Consultation ${number} has statements already. Take the conversation into a new one.`, {
        code: outcome.refusal.code,
      })
    return outcome.value
  })
  const { statements, participants, votes } = imported
  terminal.say(`${statements} statements, ${participants} participants and ${votes} votes are in consultation ${number}.`)
  terminal.say('The map of opinions appears while the site runs: it is published within a minute.')
  terminal.answer(imported)
  return exitCodes.done
}
