import type { InputOutputTable } from '../../books/economy/input-output-table.ts'

/**
 * A table as a list of flows (CSV), line by line, as `readTriples` reads it: output first, so that the order of regions and sectors is
 * kept; then everything that is not 0. Numbers are written so that they come back to the last bit.
 *
 * Missing  names of regions and sectors: the list has codes alone.
 */
export function* writeTriples({ year, unit, regions, sectors, Z, Y, x, finalDemand, extensions }: InputOutputTable): Generator<string> {
  const labels = regions.flatMap((region) => sectors.map((sector) => `${quoted(region.code)},${quoted(sector.code)}`))
  const buyers = finalDemand.map(({ region, category }) => `${quoted(region ?? '')},${quoted(category)}`)
  const end = `${quoted(unit)},${year}\n`
  const n = labels.length
  yield 'from_region,from_sector,to_region,to_sector,value,unit,year\n'
  for (const [i, label] of labels.entries()) yield `,output,${label},${x[i] ?? 0},${end}`
  for (const [i, label] of labels.entries()) {
    // The first row is written in full, so that columns of final demand keep their order.
    for (const [k, buyer] of buyers.entries()) {
      const value = Y[i * buyers.length + k] ?? 0
      if (value !== 0 || i === 0) yield `${label},${buyer},${value},${end}`
    }
    for (let j = 0; j < n; j++) {
      const value = Z[i * n + j] ?? 0
      if (value !== 0) yield `${label},${labels[j] ?? ''},${value},${end}`
    }
  }
  for (const extension of extensions)
    for (const [i, label] of labels.entries())
      yield `,${quoted(`${extension.kind}:${extension.name}`)},${label},${extension.values[i] ?? 0},${quoted(extension.unit)},${year}\n`
}

const quoted = (text: string): string => (/[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll(/[\n\r]+/g, ' ')}"` : text)
