/** The agency that maintains what all cities share. */
export const rootAgency = 'BAGDAR'

/**
 * The agency of a city: its name in addresses below that of Bagdar.
 *
 * @example
 * sdmxAgencyOf('las-palmas') // => 'BAGDAR.LAS-PALMAS'
 */
export const sdmxAgencyOf = (slug: string): string => `${rootAgency}.${slug.toUpperCase()}`
