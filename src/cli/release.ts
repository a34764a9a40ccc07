import { readArguments } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'

/** `bagdar release publish|withdraw <number>`. */
export const release: Command = async (args, terminal, needs) => {
  const given = readArguments(args, { city: { type: 'string' }, reason: { type: 'string' } }, 2)
  const [verb, number] = given.words
  if ((verb !== 'publish' && verb !== 'withdraw') || !/^\d+$/.test(number ?? ''))
    throw new UsageError('Say "publish" or "withdraw" and the number of a release')
  const reason = given.text('reason')?.trim() ?? ''
  if (verb === 'withdraw' && reason === '') throw new UsageError('A release is withdrawn with a reason: --reason "…"')
  const [needed, status] = verb === 'publish' ? ['draft', 'published'] : ['published', 'withdrawn']

  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const found = await record.findRelease(city, Number(number))
    if (found === null) throw new RefusedError(`${city.slug} has no release ${number}.`)
    const at = record.now()
    const changed =
      verb === 'publish'
        ? await record.publishRelease(city, found.id, at)
        : await record.withdrawRelease(city, found.id, at, record.operator, reason)
    if (!changed) throw new RefusedError(`Release ${number} is ${found.status}; only a ${needed} release can be ${status}.`)
    terminal.answer({ city: city.slug, release: found.number, status })
    terminal.say(`Release ${found.number} of ${city.slug} is ${status}.`)
    return exitCodes.done
  })
}
