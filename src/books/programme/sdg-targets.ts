/** Per goal: how many numbered targets, and the last letter of its means of implementation ('' where it has none). */
const shape: ReadonlyArray<readonly [numbered: number, lastLetter: string]> = [
  [5, 'b'],
  [5, 'c'],
  [9, 'd'],
  [7, 'c'],
  [6, 'c'],
  [6, 'b'],
  [3, 'b'],
  [10, 'b'],
  [5, 'c'],
  [7, 'c'],
  [7, 'c'],
  [8, 'c'],
  [3, 'b'],
  [7, 'c'],
  [9, 'c'],
  [10, 'b'],
  [19, ''],
]

/**
 * The 169 targets of the Sustainable Development Goals: `1.1` … `17.19`, with `11.a` and the like.
 *
 * Source   UN General Assembly resolution A/RES/70/1 (2015).
 *
 * @example
 * sdgTargets.size // => 169
 */
export const sdgTargets: ReadonlySet<string> = new Set(
  shape.flatMap(([numbered, lastLetter], at) => [
    ...Array.from({ length: numbered }, (_, n) => `${at + 1}.${n + 1}`),
    ...[...'abcd'].filter((letter) => letter <= lastLetter).map((letter) => `${at + 1}.${letter}`),
  ]),
)
