/** Why targets of 2025 were not reached: what the invented statistics office wrote beside the figure, by indicator. */
import type { MultilingualText } from '../../src/books/text.ts'

export const reasonsOf2025: Readonly<Record<string, MultilingualText>> = {
  'U-1': {
    kk: 'Бөлінген 24 км жолақтың 9 км-і ғана ашылды: мердігер екі рет ауыстырылды.',
    ru: 'Из 24 км выделенных полос открыты только 9: подрядчика меняли дважды.',
    en: 'Only 9 of the 24 km of bus lanes were opened: the contractor was changed twice.',
  },
  '6.3.1': {
    kk: 'Тазарту стансасының екінші кезегінің құрылысы 2026 жылға ауыстырылды.',
    ru: 'Строительство второй очереди очистной станции перенесено на 2026 год.',
    en: 'Building of the second stage of the treatment plant was put off to 2026.',
  },
  'U-5': {
    kk: 'Бөлек жинайтын жәшіктер 1 900 ауланың 1 120-сына ғана қойылды.',
    ru: 'Раздельные контейнеры установлены только в 1 120 дворах из 1 900.',
    en: 'Separate bins were put in only 1,120 of the 1,900 yards.',
  },
  '7.1.1': {
    kk: 'Жаңа салынған Қақпа алабында 240 үй желіге әлі қосылмаған.',
    ru: 'В новом массиве Қақпа 240 домов ещё не подключены к сети.',
    en: 'In the new quarter of Qaqpa 240 houses are not yet connected.',
  },
}
