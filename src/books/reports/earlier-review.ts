import type { MultilingualText } from '../text.ts'

/** A Voluntary Local Review that a city published before, as far as a source that could be read says something of it. */
export interface EarlierReview {
  refArea: string
  year: number
  /** What the source says of it, in our words. */
  says: MultilingualText
  source: { title: MultilingualText; url: string }
}

/**
 * Reviews that were published before. Of Almaty's the document itself could not be read: its figures are compared with the record as soon
 * as they are taken in as a source of their own, as those of every other source are.
 */
export const earlierReviews: readonly EarlierReview[] = [
  {
    refArea: 'KZALA',
    year: 2024,
    says: {
      kk: 'Алматы 2024 жылы Қазақстанда бірінші болып ерікті жергілікті шолу дайындады: оны «Алматы қаласын дамыту орталығы» БҰҰДБ-ның қолдауымен жасады. Дереккөзде ТДМ-ның 26 міндетін қамтитын 150 ҮЕҰ бастамасы және 9,36 млрд теңге аталған. Шолудың көрсеткіштері дереккөзде келтірілмеген.',
      ru: 'В 2024 году Алматы первым в Казахстане подготовил добровольный местный обзор: его составил Центр развития города Алматы при поддержке ПРООН. В источнике названы 150 инициатив НПО по 26 задачам ЦУР на 9,36 млрд тенге. Показателей самого обзора источник не приводит.',
      en: 'In 2024 Almaty was the first city of Kazakhstan to prepare a Voluntary Local Review; the Almaty Development Centre made it with the support of UNDP. The source names 150 initiatives of NGOs over 26 SDG targets, for 9.36 billion tenge. It gives none of the indicators of the review itself.',
    },
    source: {
      title: {
        kk: '«Алматы» ӘКК, 2025 жылғы 13 қараша',
        ru: 'СПК «Алматы», 13 ноября 2025 года',
        en: 'SEC Almaty, 13 November 2025',
      },
      url: 'https://spkalmaty.kz/?p=15930',
    },
  },
]
