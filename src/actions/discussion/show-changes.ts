import type { Cause } from '../../books/discussion/cause.ts'
import { phaseOf } from '../../books/discussion/consultation.ts'
import { findAnchors, type FoundAnchor } from '../../books/discussion/text/find-anchor.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { compareVersions, type VersionDifference } from '../../books/programme/compare-versions.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { hasGoals } from '../../books/programme/shown-version.ts'
import type { ConsultationRecord } from './consultation-record.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'

export type CauseNeeds = Pick<ConsultationRecord, 'listConsultations'> & Pick<AnswersRecord, 'listChangesOfContributions'>

export interface ChangesView extends OpenedConsultation {
  after: ProgrammeVersion
  difference: VersionDifference | null
  causes: readonly Cause[]
  /** How many quotes stand in the later version, in how many the sentence has other words, and those that are gone. */
  anchors: { found: number; changed: number; detached: ReadonlyArray<{ contribution: number; found: FoundAnchor }> }
}

/** Which contributions caused changes of a programme between two of its versions. */
export async function causesOf(
  city: City,
  before: ProgrammeVersion,
  after: ProgrammeVersion,
  today: string,
  needs: CauseNeeds,
): Promise<Cause[]> {
  const consultations = (await needs.listConsultations(city)).filter(
    (one) => one.programme === after.programme && one.version < after.number && phaseOf(one, today) !== 'draft',
  )
  const causes = await Promise.all(
    consultations.map(async (consultation) => {
      const changes = await needs.listChangesOfContributions(city, consultation)
      return changes
        .filter(({ version }) => version > before.number && version <= after.number)
        .map(({ sentence, contribution }): Cause => ({ sentence, consultation: consultation.number, contribution }))
    }),
  )
  return causes.flat()
}

/** The text that was discussed beside a later version, and at each changed sentence the contributions that caused it. */
export async function showChanges(
  input: DiscussionInput & { version: number },
  needs: OpeningNeeds & Pick<AnswersRecord, 'listChangesOfContributions'> & Pick<ContributionRecord, 'listAnchors'>,
): Promise<Outcome<ChangesView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation, version, later } = opened.value
  const after = later.find(({ number }) => number === input.version)
  if (after === undefined) return refuse('version_not_found')
  const known = hasGoals(version) && hasGoals(after)
  const [changes, anchors] = await Promise.all([
    needs.listChangesOfContributions(input.city, consultation),
    known ? needs.listAnchors(input.city, consultation) : [],
  ])
  const found = findAnchors(
    anchors.map(({ anchor }) => anchor),
    version,
    after,
  )
  return done({
    ...opened.value,
    after,
    difference: known ? compareVersions(version, after) : null,
    causes: changes
      .filter((one) => one.version <= after.number)
      .map(({ sentence, contribution }) => ({ sentence, consultation: consultation.number, contribution })),
    anchors: {
      found: found.filter(({ state }) => state === 'found').length,
      changed: found.filter(({ state }) => state === 'changed').length,
      detached: found.flatMap((one, at) => (one.state === 'detached' ? [{ contribution: anchors[at]?.number ?? 0, found: one }] : [])),
    },
  })
}
