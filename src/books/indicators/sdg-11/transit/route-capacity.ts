/** Bits of a stop's capacity: 1 low, 2 high; 0 where a vehicle is no public transport of a city (taxis, flights). */
const [low, high, none] = [1, 2, 0]

/**
 * Capacity of a `route_type`, basic or extended, for the two distances of SDG 11.2.1: trams, trolleybuses and bus rapid transit are low,
 * trains, metro and ferries high.
 *
 * Source   UN SDG metadata 11-02-01 (September 2021); GTFS reference, route_type; extended types of Google Transit.
 * Missing  suburban railway (300) and metro (500, 600), which newer lists no longer have, count as what they are; the rest as low.
 *
 * @example
 * routeCapacity(0) // => 1
 * @example
 * routeCapacity(109) // => 2
 */
export function routeCapacity(routeType: number): number {
  if (routeType < 100) return routeType === 1 || routeType === 2 || routeType === 4 || routeType === 12 ? high : low
  const family = Math.floor(routeType / 100)
  if ([1, 3, 4, 5, 6, 10, 12].includes(family)) return high
  return family === 11 || family === 15 || family === 16 ? none : low
}
