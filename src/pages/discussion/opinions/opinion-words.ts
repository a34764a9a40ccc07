import type { OpinionMapData } from '../../../charts/opinion-map-layout.ts'
import type { PublishedOpinions } from '../../../books/discussion/published-opinions.ts'
import type { Words } from '../../words.ts'

/** A, B, C: a letter says nothing about who they are. */
export const letterOf = (opinionGroup: number): string => String.fromCharCode(65 + opinionGroup)

export const groupName = (opinionGroup: number, words: Words): string => words.t('opinions.group', { name: letterOf(opinionGroup) })

/** What the map draws; `own` stands on a page for one reader alone. */
export const mapData = (
  { density, groups, participantsCounted }: PublishedOpinions,
  words: Words,
  own: OpinionMapData['own'],
): OpinionMapData => ({
  label: words.t('opinions.map_label', { count: participantsCounted }),
  half: density.half,
  cells: density.cells.map(({ squares, people, opinionGroup }) => ({
    squares,
    people,
    opinionGroup,
    title: words.t('opinions.cell', {
      group:
        opinionGroup < 0 ? words.t(groups.length === 0 ? 'opinions.no_groups' : 'opinions.cell_mixed') : groupName(opinionGroup, words),
      count: people,
    }),
  })),
  names: groups.map((_, at) => letterOf(at)),
  own,
})

export const shareWords = (share: number | null | undefined, words: Words): string =>
  share === null || share === undefined ? '–' : words.percent(share)
