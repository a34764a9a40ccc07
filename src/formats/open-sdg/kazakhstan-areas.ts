import type { Area } from '../../books/indicators/figure.ts'
import type { MultilingualText } from '../../books/text.ts'

type AreaFacts = Pick<Area, 'kind' | 'parent' | 'validFrom' | 'validTo'> & { name?: MultilingualText }

const region = (kk: string, ru: string, en: string, validFrom: string | null = null, validTo: string | null = null): AreaFacts => ({
  kind: 'region',
  parent: 'KZ',
  validFrom,
  validTo,
  name: { kk, ru, en },
})
const within = (kind: Area['kind'], parent: string): AreaFacts => ({ kind, parent, validFrom: null, validTo: null })

/** The decrees of 4 May 2022 and 19 June 2018 that made new regions. */
const since2022 = '2022-06-08'
const since2018 = '2018-06-19'

/**
 * What the code list of Kazakhstan's SDG data does not say about its areas: kind, parent, dates, and full names of the
 * top level, where "Алматы" alone may be the city or the region.
 *
 * The three cities of republican significance are regions here: they stand beside the oblasts, and are compared with
 * them. Sarybulak is left under the country: there are several villages of this name.
 */
export const kazakhstanAreas: Readonly<Record<string, AreaFacts>> = {
  KZ: { kind: 'country', parent: null, validFrom: null, validTo: null, name: { kk: 'Қазақстан', ru: 'Казахстан', en: 'Kazakhstan' } },
  KZALA: region('Алматы қаласы', 'город Алматы', 'Almaty city'),
  KZNS: region('Астана қаласы', 'город Астана', 'Astana city'),
  KZSHY: region('Шымкент қаласы', 'город Шымкент', 'Shymkent city', since2018),
  KZABY: region('Абай облысы', 'область Абай', 'Abai Region', since2022),
  KZAKM: region('Ақмола облысы', 'Акмолинская область', 'Akmola Region'),
  KZAKT: region('Ақтөбе облысы', 'Актюбинская область', 'Aktobe Region'),
  KZALM: region('Алматы облысы', 'Алматинская область', 'Almaty Region'),
  KZATY: region('Атырау облысы', 'Атырауская область', 'Atyrau Region'),
  KZKAR: region('Қарағанды облысы', 'Карагандинская область', 'Karaganda Region'),
  KZKUS: region('Қостанай облысы', 'Костанайская область', 'Kostanay Region'),
  KZKZY: region('Қызылорда облысы', 'Кызылординская область', 'Kyzylorda Region'),
  KZMAN: region('Маңғыстау облысы', 'Мангистауская область', 'Mangystau Region'),
  KZPAV: region('Павлодар облысы', 'Павлодарская область', 'Pavlodar Region'),
  KZSEV: region('Солтүстік Қазақстан облысы', 'Северо-Казахстанская область', 'North Kazakhstan Region'),
  KZULU: region('Ұлытау облысы', 'область Улытау', 'Ulytau Region', since2022),
  KZVOS: region('Шығыс Қазақстан облысы', 'Восточно-Казахстанская область', 'East Kazakhstan Region'),
  KZYUZ: region('Түркістан облысы', 'Туркестанская область', 'Turkistan Region', since2018),
  KZZAP: region('Батыс Қазақстан облысы', 'Западно-Казахстанская область', 'West Kazakhstan Region'),
  KZZHA: region('Жамбыл облысы', 'Жамбылская область', 'Zhambyl Region'),
  KZZHS: region('Жетісу облысы', 'область Жетысу', 'Zhetisu Region', since2022),
  KZONT: region('Оңтүстік Қазақстан облысы', 'Южно-Казахстанская область', 'South Kazakhstan Region', null, since2018),
  KZKRG: within('city', 'KZKAR'),
  KZKSH: within('city', 'KZAKM'),
  KZATB: within('city', 'KZAKT'),
  KZATR: within('city', 'KZATY'),
  KZKOS: within('city', 'KZKUS'),
  KZKZL: within('city', 'KZKZY'),
  KZPVL: within('city', 'KZPAV'),
  KZTDK: within('city', 'KZZHS'),
  KZTRZ: within('city', 'KZZHA'),
  KZTUR: within('city', 'KZYUZ'),
  KZURL: within('city', 'KZZAP'),
  KZUSK: within('city', 'KZVOS'),
  KZZHK: within('city', 'KZULU'),
  KZSEM: within('city', 'KZABY'),
  KZAKS: within('town', 'KZZAP'),
  KZAKSU: within('town', 'KZPAV'),
  KZARK: within('town', 'KZKUS'),
  KZBLH: within('town', 'KZKAR'),
  KZEBT: within('town', 'KZPAV'),
  KZKAT: within('town', 'KZZHA'),
  KZKET: within('town', 'KZYUZ'),
  KZKLS: within('town', 'KZATY'),
  KZLIS: within('town', 'KZKUS'),
  KZRDD: within('town', 'KZVOS'),
  KZRDN: within('town', 'KZKUS'),
  KZSHU: within('town', 'KZZHA'),
  KZSRN: within('town', 'KZKAR'),
  KZSTG: within('town', 'KZAKM'),
  KZTMT: within('town', 'KZKAR'),
  KZZHO: within('town', 'KZMAN'),
  KZZHR: within('town', 'KZKUS'),
  KZZHT: within('town', 'KZZHA'),
  KZZRV: within('town', 'KZVOS'),
  KZAKY: within('town', 'KZKZY'),
  KZBEI: within('town', 'KZMAN'),
  KZBER: within('town', 'KZZAP'),
  KZGLU: within('town', 'KZVOS'),
  KZKBL: within('town', 'KZKUS'),
  KZKOR: within('town', 'KZZHA'),
  KZSRB: within('town', 'KZ'),
  KZTRT: within('town', 'KZKZY'),
  KZYAN: within('town', 'KZZAP'),
  KZBOR: within('station', 'KZAKM'),
  KZSHB: within('station', 'KZAKM'),
}
