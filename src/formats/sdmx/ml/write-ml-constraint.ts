import type { DataConstraint } from '../artefact.ts'
import { classOf } from '../urn.ts'
import { escapeXml } from './escape-xml.ts'
import { writeReference } from './write-ml-reference.ts'
import type { MlStructureVersion } from './write-ml-structure.ts'

/** How much there is, as others say it too: annotations of the type `sdmx_metrics`. */
export const writeMetrics = ({ counts }: DataConstraint): string =>
  counts === null
    ? ''
    : `<common:Annotations>${[
        ['obs_count', counts.observations],
        ['series_count', counts.series],
      ]
        .map(
          ([id, count]) =>
            `<common:Annotation id="${id}"><common:AnnotationTitle>${count}</common:AnnotationTitle><common:AnnotationType>sdmx_metrics</common:AnnotationType></common:Annotation>`,
        )
        .join('')}</common:Annotations>`

/** What a constraint is attached to, and the codes and periods that there are. */
export function writeCubeRegion({ attachedTo, values, time }: DataConstraint, version: MlStructureVersion): string {
  const prefix = version === '2.1' ? 'common' : 'structure'
  const attachment = writeReference(classOf(attachedTo.kind).split('.')[1] ?? '', attachedTo.kind, attachedTo, version)
  const keys = [...values].map(
    ([id, codes]) =>
      `<${prefix}:KeyValue id="${id}">${codes.map((code) => `<${prefix}:Value>${escapeXml(code)}</${prefix}:Value>`).join('')}</${prefix}:KeyValue>\n`,
  )
  const range =
    time === null
      ? ''
      : `<${prefix}:KeyValue id="TIME_PERIOD"><${prefix}:TimeRange><${prefix}:StartPeriod isInclusive="true">${time[0]}</${prefix}:StartPeriod><${prefix}:EndPeriod isInclusive="true">${time[1]}</${prefix}:EndPeriod></${prefix}:TimeRange></${prefix}:KeyValue>\n`
  return `<structure:ConstraintAttachment>${attachment}</structure:ConstraintAttachment>\n<structure:CubeRegion include="true">\n${keys.join('')}${range}</structure:CubeRegion>\n`
}
