import type { Refusal } from '../../outcome.ts'
import type { MultilingualText } from '../../text.ts'
import { organisationKinds, type Organisation } from '../organisation.ts'
import { withoutEmpty } from './consultation-fields.ts'

export const longestOrganisationName = 300
export const longestEvidence = 500

export interface OrganisationForm {
  kind: string
  name: MultilingualText
  evidence: string
}

/** An organisation as the city enters it: its kind, its name, and where it is registered; or all that is wrong. */
export function readOrganisation(form: OrganisationForm): {
  fields: Pick<Organisation, 'kind' | 'name' | 'evidence'>
  problems: Refusal[]
} {
  const kind = organisationKinds.find((one) => one === form.kind)
  const name = withoutEmpty(form.name)
  const evidence = form.evidence.trim()
  const problems = [
    ...(kind === undefined ? [{ code: 'organisation_kind_missing', field: 'kind' }] : []),
    ...(Object.keys(name).length === 0 ? [{ code: 'organisation_name_missing', field: 'name-kk' }] : []),
    ...Object.entries(name)
      .filter(([, words]) => words.length > longestOrganisationName)
      .map(([language, { length }]) => ({
        code: 'text_long',
        field: `name-${language}`,
        details: { limit: longestOrganisationName, length },
      })),
    ...(evidence === '' ? [{ code: 'evidence_missing', field: 'evidence' }] : []),
    ...(evidence.length > longestEvidence
      ? [{ code: 'text_long', field: 'evidence', details: { limit: longestEvidence, length: evidence.length } }]
      : []),
  ]
  return { fields: { kind: kind ?? 'other', name, evidence }, problems }
}
