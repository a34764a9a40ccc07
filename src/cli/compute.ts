import { FormatError } from '../formats/format-error.ts'
import type { Command } from './command.ts'
import { computeAccessCommand } from './compute-access.ts'
import { computeLandCommand } from './compute-land.ts'
import { computeOpenSpaceCommand } from './compute-open-space.ts'
import { computeParticlesCommand } from './compute-particles.ts'
import { computeUrbanisationCommand } from './compute-urbanisation.ts'
import { RefusedError, UsageError } from './exit-codes.ts'

/** What can be computed, by the number of the indicator. */
const computations: Readonly<Record<string, Command>> = {
  '11.2.1': computeAccessCommand,
  '11.3.1': computeLandCommand,
  '11.6.2': computeParticlesCommand,
  '11.7.1': computeOpenSpaceCommand,
  degurba: computeUrbanisationCommand,
}

/** `bagdar compute 11.2.1 --osm … --population …`. */
export const compute: Command = async (args, terminal, needs) => {
  const what = args.find((word) => Object.hasOwn(computations, word))
  const command = what === undefined ? undefined : computations[what]
  if (command === undefined) throw new UsageError(`Say what to compute: ${Object.keys(computations).join(', ')}`)
  try {
    return await command(
      args.filter((word) => word !== what),
      terminal,
      needs,
    )
  } catch (error) {
    // What is wrong with a file is the user's to mend; a stack would hide it.
    if (!(error instanceof FormatError)) throw error
    throw new RefusedError(error.message, { code: error.code, position: error.position, ...error.details }, { cause: error })
  }
}
