import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { Statement } from '../../books/discussion/statement.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'
import type { StatementRecord } from './statements/statement-record.ts'
import { besideOf } from './show-consulted-text.ts'

/** More than one person writes in one consultation. */
const most = 500

export interface MineView extends OpenedConsultation {
  contributions: readonly ListedContribution[]
  /** Statements that she proposed, newest first. */
  statements: readonly Statement[]
}

/** Somebody looks at what she said herself, with what became of it; also what waits or was hidden. */
export async function showMine(
  input: DiscussionInput & { participant: number | null },
  needs: OpeningNeeds & Pick<ContributionRecord, 'listContributions'> & AnswersRecord & Pick<StatementRecord, 'listStatements'>,
): Promise<Outcome<MineView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { participant } = input
  const own =
    participant === null
      ? []
      : await needs.listContributions(input.city, opened.value.consultation, {
          participant,
          offset: 0,
          limit: most,
          newestFirst: true,
          everyWord: true,
        })
  const statements = participant === null ? [] : await needs.listStatements(input.city, opened.value.consultation, { participant })
  return done({ ...opened.value, statements: statements.reverse(), contributions: await besideOf(input.city, opened.value, own, needs) })
}
