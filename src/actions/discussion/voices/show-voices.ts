import type { Area, Indicator, Source } from '../../../books/indicators/figure.ts'
import { done, type Outcome } from '../../../books/outcome.ts'
import { voicesView, type VoicesView } from '../../../books/discussion/voices/voices-view.ts'
import type { CityRecord } from '../../record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from '../open-consultation.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { VoiceRecord } from './voice-record.ts'

type Needs = OpeningNeeds &
  Pick<VoiceRecord, 'findVoiceBatch'> &
  Pick<StatementRecord, 'listStatements'> &
  Pick<CityRecord, 'listAreas' | 'listIndicators' | 'listSources'>

export interface ShownVoices extends OpenedConsultation {
  /** null: nothing was published yet. */
  view: VoicesView | null
  /** Whose names stand in the tables. */
  areas: readonly Area[]
  indicators: readonly Indicator[]
  sources: readonly Source[]
}

/** Who takes part, beside the census, as it was last published. */
export async function showVoices(input: DiscussionInput, needs: Needs): Promise<Outcome<ShownVoices>> {
  const { city, asOf } = input
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation } = opened.value
  const batch = await needs.findVoiceBatch(city, consultation)
  const statements = batch === null ? [] : await needs.listStatements(city, consultation, { state: 'shown' })
  return done({
    ...opened.value,
    view: batch && voicesView(batch, statements),
    areas: await needs.listAreas(city, asOf),
    indicators: await needs.listIndicators(city, asOf),
    sources: await needs.listSources(city, asOf),
  })
}
