import type { MultilingualText } from '../../text.ts'
import type { Figure, Release } from '../figure.ts'

/** Attributes of one observation, texts in every language that there is. */
export interface FigureAttributes {
  OBS_STATUS: string
  COMMENT_OBS: MultilingualText | null
  RELEASE: string
  DATA_LAST_UPDATE: string
}

/**
 * What is said beside a value.
 *
 * Status   the source's own; `A` (normal) where it says nothing; `O` (missing) for a gap without a status and for a disputed figure.
 * Disputed no value goes out. The comment names every claim with the place where it stands, so that a reader can decide; a chosen or a mean
 *          value would be a figure that nobody published.
 */
export function figureAttributes(figure: Figure, release: Release | undefined): FigureAttributes {
  return {
    OBS_STATUS: figure.disputed ? 'O' : (figure.obsStatus ?? (figure.value === null ? 'O' : 'A')),
    COMMENT_OBS: figure.disputed ? tellDispute(figure, release) : figure.note,
    RELEASE: release === undefined ? '' : String(release.number),
    DATA_LAST_UPDATE: release?.publishedAt ?? '',
  }
}

function tellDispute({ claims }: Figure, release: Release | undefined): MultilingualText {
  const number = release?.number ?? ''
  const said = claims.map(({ value, origin }) => `${value ?? '–'}${origin === null ? '' : ` (${origin.file}:${origin.line})`}`).join('; ')
  return {
    kk: `Даулы мән. ${number}-шығарылымда: ${said}. Біреуі де таңдалмаған.`,
    ru: `Спорное значение. В выпуске ${number}: ${said}. Ни одно значение не выбрано.`,
    en: `Disputed figure. Release ${number} says: ${said}. None is chosen.`,
  }
}

/** Said of a series whose indicator stands under a number of the global framework and measures something else. */
export function tellNationalMeasure(indicator: string, globalName: MultilingualText): MultilingualText {
  const name = globalName.en ?? globalName.ru ?? globalName.kk ?? ''
  return {
    kk: `Бұл – ұлттық көрсеткіш. ${indicator} нөмірлі жаһандық көрсеткіш басқаны өлшейді: ${globalName.kk ?? name}`,
    ru: `Это национальный показатель. Глобальный показатель ${indicator} измеряет другое: ${globalName.ru ?? name}`,
    en: `This is a national measure. The global indicator ${indicator} is another one: ${name}`,
  }
}
