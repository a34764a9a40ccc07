import type { InputOutputTable } from '../input-output-table.ts'
import { comparativeAdvantage } from '../trade/comparative-advantage.ts'
import type { KnownCity } from './city-economy.ts'
import { sharesInOrder, type NationalAccounts } from './national-accounts.ts'
import type { Side } from './note.ts'

/** A product that one city could sell to a sector of the other, and the link that is missing between them. */
export interface Chain {
  seller: Side
  product: number
  sector: number
  /** What the sector of the buying city buys of the product abroad, wherever it comes from. */
  boughtAbroad: number
  /** Of that, what comes from the country of the selling city. */
  fromPartner: number
  /** What would come from there if the country sold as large a share here as it does everywhere else. */
  expected: number
  /** `expected − fromPartner`. */
  gap: number
  /** The selling city's part of the gap. */
  cityGap: number
}

/** How many are told. */
const mostChains = 5

/**
 * Candidate value chains between two cities: products that the country of the one exports with an advantage (RCA ≥ 1), bought abroad by
 * sectors of the other city, less from that country than its place in the world lets expect. The largest gaps of the cities, both ways.
 *
 *     expected = M_ij · X_i^s / X_i^w∖t        gap = expected − z_ij^st        of the city: s_i · gap
 *
 * M_ij is what sector j of the buying city buys of product i abroad, X_i^s what the seller's country exports of it, X_i^w∖t what all countries
 * but the buyer's do. Only what exists is compared: nobody says that it can be delivered, or at what price.
 *
 * Source  the idea of potential against actual trade is that of the ITC's export potential (Decreux and Spies, “Export Potential
 *         Assessments”, 2016), here with the table's own inputs for demand; the city buys in proportion to its part in the sector, see `splitCountry`.
 * Units   those of the table.
 */
export function findChains(table: InputOutputTable, accounts: NationalAccounts, { a, b }: Record<Side, KnownCity>): Chain[] {
  const found = [...chainsOf(table, accounts, 'a', a, b), ...chainsOf(table, accounts, 'b', b, a)]
  return found.sort((one, other) => other.cityGap - one.cityGap).slice(0, mostChains)
}

function chainsOf(table: InputOutputTable, accounts: NationalAccounts, seller: Side, from: KnownCity, to: KnownCity): Chain[] {
  const N = table.sectors.length
  const n = table.regions.length * N
  const [s, t] = [from, to].map(({ country }) => table.regions.findIndex(({ code }) => code === country)) as [number, number]
  const rca = comparativeAdvantage({ countries: table.regions.length, products: N, values: accounts.exports })[s]!
  const ofSeller = sharesInOrder(table.sectors, from.output.shares)
  const ofBuyer = sharesInOrder(table.sectors, to.output.shares)
  const chains: Chain[] = []
  for (let i = 0; i < N; i++) {
    if ((rca[i] ?? 0) < 1 || ofSeller[i] === 0) continue
    const othersExport = table.regions.reduce((sum, _, r) => sum + (r === t ? 0 : accounts.exports[r * N + i]!), 0)
    const share = accounts.exports[s * N + i]! / othersExport
    for (let j = 0; j < N; j++) {
      let abroad = 0
      for (let r = 0; r < table.regions.length; r++) if (r !== t) abroad += table.Z[(r * N + i) * n + t * N + j]!
      const boughtAbroad = ofBuyer[j]! * abroad
      const fromPartner = ofBuyer[j]! * table.Z[(s * N + i) * n + t * N + j]!
      const expected = boughtAbroad * share
      const gap = expected - fromPartner
      if (gap > 0) chains.push({ seller, product: i, sector: j, boughtAbroad, fromPartner, expected, gap, cityGap: gap * ofSeller[i]! })
    }
  }
  return chains
}
