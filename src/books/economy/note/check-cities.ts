import { done, refuse, type Outcome } from '../../outcome.ts'
import type { CityEconomy } from './city-economy.ts'
import type { NationalAccounts } from './national-accounts.ts'

/**
 * Whether the two cities fit each other and the data.
 *
 * Refusals  economy_same_city, economy_same_country, economy_country_unknown, economy_sector_unknown,
 *           economy_share_outside, economy_city_without_output, economy_spending_wrong, economy_currency_differs
 */
export function checkCities(a: CityEconomy, b: CityEconomy, accounts: NationalAccounts): Outcome<null> {
  if (a.code === b.code) return refuse('economy_same_city', undefined, { city: a.code })
  // Two cities of one country share its rest, and the table would have to be split twice there.
  if (a.country === b.country) return refuse('economy_same_country', undefined, { country: a.country })
  for (const city of [a, b]) {
    const checked = checkCity(city, accounts)
    if (!checked.ok) return checked
  }
  return done(null)
}

function checkCity(city: CityEconomy, { name, regions, sectors, unit }: NationalAccounts): Outcome<null> {
  const about = { city: city.code, table: name }
  if (!regions.some(({ code }) => code === city.country))
    return refuse('economy_country_unknown', 'country', {
      ...about,
      country: city.country,
      known: regions.map(({ code }) => code).join(', '),
    })
  const codes = new Set(sectors.map(({ code }) => code))
  for (const [field, values] of [
    ['output', city.output?.shares],
    ['visitors', city.visitors?.spending],
  ] as const)
    for (const sector of Object.keys(values ?? {}))
      if (!codes.has(sector)) return refuse('economy_sector_unknown', field, { ...about, field, sector, known: [...codes].join(', ') })
  const shares = [...Object.entries(city.output?.shares ?? {}), ...(city.demand === null ? [] : [['demand', city.demand.share] as const])]
  const outside = shares.find(([, share]) => !(share >= 0 && share <= 1))
  if (outside !== undefined) return refuse('economy_share_outside', 'output', { ...about, sector: outside[0], share: outside[1] })
  if (city.output !== null && !Object.values(city.output.shares).some((share) => share > 0))
    return refuse('economy_city_without_output', 'output', about)
  const spending = Object.entries(city.visitors?.spending ?? {})
  const wrong = spending.find(([, amount]) => !(amount >= 0))
  if (city.visitors !== null && (wrong !== undefined || !spending.some(([, amount]) => amount > 0)))
    return refuse('economy_spending_wrong', 'visitors', { ...about, sector: wrong?.[0] ?? '–', amount: wrong?.[1] ?? 0 })
  if (city.visitors !== null && !unit.split(/\s+/).includes(city.visitors.currency))
    return refuse('economy_currency_differs', 'visitors', { ...about, currency: city.visitors.currency, unit })
  return done(null)
}

/**
 * How many of its currency one unit of a table is.
 *
 * @example
 * currencyPerUnit('million USD') // => 1000000
 */
export function currencyPerUnit(unit: string): number {
  if (/\bmillions?\b/i.test(unit)) return 1e6
  if (/\bthousands?\b/i.test(unit)) return 1e3
  return /\bbillions?\b/i.test(unit) ? 1e9 : 1
}
