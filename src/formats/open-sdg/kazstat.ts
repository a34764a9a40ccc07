import type { Source } from '../../books/indicators/figure.ts'

/** The publisher of the Open SDG folder of Kazakhstan: what `bagdar import open-sdg` takes a folder for, unless told. */
export const kazstat: Source = {
  id: 'kazstat',
  name: {
    kk: 'Ұлттық статистика бюросы (ТДМ деректері)',
    ru: 'Бюро национальной статистики (данные ЦУР)',
    en: 'Bureau of National Statistics of Kazakhstan (SDG data)',
  },
  url: 'https://kazstat.github.io/sdg-site-kazstat/',
  licence: 'MIT (github.com/kazstat/sdg-data-kazstat)',
}
