import type { OpinionMapData } from './opinion-map-layout.ts'

const cell = (x: number, y: number, people: number, opinionGroup: number, squares = 1): OpinionMapData['cells'][number] => ({
  squares: Array.from({ length: squares }, (_, at) => ({ x: x + 0.25 * at, y, side: 0.25 })),
  people,
  opinionGroup,
  title: `${people} people`,
})

/** Invented: two opinion groups with some people between them, and one's own place; then people without groups. */
export const opinionMaps: Readonly<Record<string, OpinionMapData>> = {
  twoGroups: {
    label: 'Map of opinions, 124 people',
    half: 1,
    cells: [
      cell(-0.75, -0.5, 31, 0),
      cell(-0.75, -0.25, 18, 0, 2),
      cell(-0.5, 0.25, 10, 0, 3),
      cell(-0.25, 0, 11, -1, 2),
      cell(0.25, 0.25, 24, 1),
      cell(0.5, 0.25, 19, 1),
      cell(0.5, 0.5, 11, 1, 2),
    ],
    names: ['A', 'B'],
    own: { x: 0.4, y: -0.2, label: 'You' },
  },
  noGroups: {
    label: 'Map of opinions, 46 people',
    half: 0.5,
    cells: [cell(-0.25, -0.25, 14, -1), cell(0, -0.25, 12, -1), cell(-0.25, 0, 20, -1, 2)],
    names: [],
    own: null,
  },
}
