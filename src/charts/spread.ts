/**
 * Tops of labels in one column, as near as possible to where they want to stand, none touching the next.
 *
 * The order of the wishes is kept from top to bottom; what would fall below `bottom` pushes the others up.
 *
 * @example
 * spread([{ at: 10, size: 17 }, { at: 12, size: 17 }], 100) // => [10, 27]
 */
export function spread(wishes: ReadonlyArray<{ at: number; size: number }>, bottom: number): number[] {
  const order = wishes.map((wish, index) => ({ ...wish, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  let free = 0
  for (const wish of order) {
    wish.at = Math.max(wish.at, free)
    free = wish.at + wish.size
  }
  let limit = bottom
  for (const wish of order.toReversed()) {
    wish.at = Math.min(wish.at, limit - wish.size)
    limit = wish.at
  }
  const tops = new Array<number>(wishes.length)
  for (const { index, at } of order) tops[index] = at
  return tops
}
