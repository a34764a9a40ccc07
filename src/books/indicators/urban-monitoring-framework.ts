/**
 * UN-Habitat's Global Urban Monitoring Framework: a matrix of five domains and four objectives, endorsed by the UN
 * Statistical Commission in March 2022. It has no official aggregation formula, and none is made up here: the matrix
 * shows which fields the city's indicators cover.
 */
export const umfDomains = ['society', 'economy', 'environment', 'culture', 'governance'] as const
export type UmfDomain = (typeof umfDomains)[number]

export const umfObjectives = ['safe_and_peaceful', 'inclusive', 'resilient', 'sustainable'] as const
export type UmfObjective = (typeof umfObjectives)[number]

export interface UmfPlace {
  /** Number of the SDG indicator. National variants (`11.2.1.1`) stand where their global indicator stands. */
  indicator: string
  domain: UmfDomain
  objective: UmfObjective
  /** Number in the framework, where a source that could be read names it. */
  number: string | null
  /** false: placed by us by its subject. Not to be quoted as UN-Habitat's own placing. */
  checked: boolean
}

const place = (domain: UmfDomain, objective: UmfObjective, ...indicators: readonly string[]): UmfPlace[] =>
  indicators.map((indicator) => ({ indicator, domain, objective, number: null, checked: false }))

/**
 * Where SDG indicators stand in the matrix. Only 1.4.1 (framework number 1.2.1, "households with access to basic
 * services") was seen in a source; all others wait for a comparison with the framework's own list.
 */
export const umfPlaces: readonly UmfPlace[] = [
  { indicator: '1.4.1', domain: 'society', objective: 'inclusive', number: '1.2.1', checked: true },
  ...place(
    'society',
    'safe_and_peaceful',
    '3.1.1',
    '3.2.1',
    '3.2.2',
    '3.4.2',
    '3.6.1',
    '3.9.2',
    '3.9.3',
    '16.1.1',
    '16.1.4',
    '16.2.1',
    '11.7.2',
  ),
  ...place('society', 'inclusive', '1.2.1', '4.2.2', '4.5.1', '6.1.1', '6.2.1', '7.1.1', '11.1.1', '11.2.1', '16.9.1', '17.8.1'),
  ...place('society', 'resilient', '1.5.1', '11.5.1', '13.1.1'),
  ...place('economy', 'inclusive', '8.3.1', '8.5.1', '8.5.2', '8.6.1', '8.7.1'),
  ...place('economy', 'resilient', '1.5.2', '11.5.2'),
  ...place('economy', 'sustainable', '8.1.1', '8.2.1', '9.2.1', '9.2.2', '9.5.1', '9.5.2'),
  ...place('environment', 'safe_and_peaceful', '11.6.2'),
  ...place('environment', 'inclusive', '11.7.1'),
  ...place('environment', 'sustainable', '6.3.1', '7.2.1', '7.3.1', '11.3.1', '11.6.1'),
  ...place('culture', 'sustainable', '11.4.1'),
  ...place('governance', 'inclusive', '5.5.1', '5.5.2', '11.3.2', '16.7.2'),
  ...place('governance', 'resilient', '1.5.4', '11.b.2', '13.1.3'),
]

/**
 * The places of an indicator in the matrix, national variants included; none when it is not placed.
 *
 * @example
 * findUmfPlaces('11.2.1.1').map((place) => place.domain) // => ['society']
 */
export function findUmfPlaces(indicator: string): readonly UmfPlace[] {
  return umfPlaces.filter((place) => indicator === place.indicator || indicator.startsWith(`${place.indicator}.`))
}
