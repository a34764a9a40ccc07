/** What the diagnosis of a series found: where a break or unit change begins, or which period stands out. */
export interface SeriesFlag {
  kind: 'break' | 'outlier' | 'unit_change'
  timePeriod: string
}

/** A flag that touches what is judged: it is told before anything is called achieved. */
export interface Caution extends SeriesFlag {
  /** The value judged itself, the baseline, or a year between that a regression reads. */
  touches: 'latest' | 'baseline' | 'between'
}

/**
 * Which flags touch a judgement from one year to another. A break inside the span means that its ends are not comparable.
 *
 * @example
 * cautionsBetween([{ kind: 'outlier', timePeriod: '2017' }], 2015, 2023) // => [{ kind: 'outlier', timePeriod: '2017', touches: 'between' }]
 */
export function cautionsBetween(flags: readonly SeriesFlag[], baselineYear: number, latestYear: number): readonly Caution[] {
  return flags.flatMap((flag) => {
    const year = Number(flag.timePeriod.slice(0, 4))
    const begins = flag.kind !== 'outlier'
    // A new method that begins in the baseline year, or before it, leaves both ends on the same side.
    if (year > latestYear || year < baselineYear || (begins && year === baselineYear)) return []
    return [{ ...flag, touches: year === latestYear ? 'latest' : year === baselineYear ? 'baseline' : 'between' } as const]
  })
}
