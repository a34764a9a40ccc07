import type { DataConstraint } from '../artefact.ts'
import { urnOf } from '../urn.ts'
import type { JsonStructureVersion } from './write-json-structure.ts'

/**
 * What a constraint is attached to, and the codes and periods that there are.
 *
 * @param collection  what artefacts of that kind stand in
 */
export function jsonCubeRegion(
  { role, attachedTo, values, time, counts }: DataConstraint,
  collection: string,
  version: JsonStructureVersion,
): object {
  const list = (codes: readonly string[]) => (version === '1.0' ? codes : codes.map((value) => ({ value })))
  const annotations =
    counts === null
      ? {}
      : {
          annotations: [
            { id: 'obs_count', title: String(counts.observations), type: 'sdmx_metrics' },
            { id: 'series_count', title: String(counts.series), type: 'sdmx_metrics' },
          ],
        }
  const range = time && { startPeriod: { period: time[0], isInclusive: true }, endPeriod: { period: time[1], isInclusive: true } }
  return {
    ...annotations,
    ...(version === '1.0' ? { type: role } : { role }),
    constraintAttachment: { [collection]: [urnOf(attachedTo.kind, attachedTo)] },
    cubeRegions: [
      {
        ...(version === '1.0' ? { isIncluded: true } : { include: true }),
        keyValues: [
          ...[...values].map(([id, codes]) => ({ id, ...(version === '1.0' ? {} : { include: true }), values: list(codes) })),
          ...(range === null ? [] : [{ id: 'TIME_PERIOD', ...(version === '1.0' ? {} : { include: true }), timeRange: range }]),
        ],
      },
    ],
  }
}
