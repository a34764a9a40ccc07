import type { OpinionGroupsAnswer } from './opinion-groups.ts'
import type { Terminal } from './terminal.ts'

const percent = (share: number): string => `${Math.round(100 * share)} %`
const fixed = (value: number | null): string => (value === null ? 'not assessed' : value.toFixed(2))
const shown = 5
const letter = (opinionGroup: number): string => String.fromCharCode(65 + opinionGroup)
const told = (text: string): string => (text.length > 110 ? `${text.slice(0, 109)}…` : text).replaceAll(/\s+/g, ' ')

/** The answer of `bagdar opinion-groups` in words. */
export function tellOpinionGroups(answer: OpinionGroupsAnswer, terminal: Terminal): void {
  const { topic, folder, participants, participantsCounted, statements, statementsRemoved, votes, opinionGroups } = answer
  const lines = [
    topic ?? folder,
    `${votes} votes of ${participants} people on ${statements} statements, ${statementsRemoved} of them removed by moderation.`,
    `${participantsCounted} people voted often enough to have a place.`,
    '',
    opinionGroups === 0 ? 'There are no clear opinion groups.' : `${opinionGroups} opinion groups (method: ${answer.mode}).`,
    ...answer.candidates.map(candidateInWords),
    ...answer.groups.flatMap(groupInWords),
    '',
    `What unites ${opinionGroups === 0 ? 'everybody' : 'all groups'} (${answer.consensusStatements}):`,
    ...answer.consensus
      .slice(0, shown)
      .map(({ text, direction, share, statement }) => `  ${percent(share)} ${direction}: ${told(text)} (${statement})`),
    '',
    ...qualityInWords(answer),
  ]
  terminal.say(lines.join('\n'))
}

function candidateInWords({
  k,
  sizes,
  silhouette,
  silhouetteOfOneCloud,
  stability,
  chosen,
}: OpinionGroupsAnswer['candidates'][number]): string {
  const clear = silhouetteOfOneCloud === null ? '' : ` (one cloud: up to ${silhouetteOfOneCloud.toFixed(2)})`
  return `  ${chosen ? '*' : ' '} ${k}: ${sizes.join(' + ')} people, silhouette ${silhouette.toFixed(2)}${clear}, stability ${fixed(stability)}`
}

function groupInWords(
  { size, stability, representativeStatements, representative }: OpinionGroupsAnswer['groups'][number],
  at: number,
): string[] {
  return [
    '',
    `Group ${letter(at)}: ${size} people, stability ${fixed(stability)}; ${representativeStatements} statements represent it:`,
    ...representative
      .slice(0, shown)
      .map(
        ({ statement, text, direction, agreeShare, otherShare }) =>
          `  ${percent(agreeShare)} ${direction}, ${percent(otherShare)} of the others: ${told(text)} (${statement})`,
      ),
  ]
}

function qualityInWords({ holdOut, adjustedRandIndex, milliseconds }: OpinionGroupsAnswer): string[] {
  const times = Object.entries(milliseconds).map(([stage, ms]) => `${stage} ${ms} ms`)
  return [
    ...(holdOut === null
      ? []
      : [
          `Of ${holdOut.guessed} hidden votes the map guesses ${percent(holdOut.accuracy)}, the usual vote on the statement ${percent(holdOut.accuracyOfMeans)}.`,
        ]),
    ...(adjustedRandIndex === null ? [] : [`Adjusted Rand index with the published groups: ${adjustedRandIndex.toFixed(3)}.`]),
    times.join(', '),
  ]
}
