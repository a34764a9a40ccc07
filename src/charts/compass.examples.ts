import type { CompassData } from './compass-layout.ts'

const place = (text: string, km: number, bearing: number) => ({ text, km, bearing, href: '#compass', title: `${text}: ${km} km` })

/** Cities around Almaty; three of them close together. */
export const compassPlaces: CompassData = {
  label: 'Direction and distance from Almaty, 6 places',
  middle: 'Almaty',
  directions: { north: 'N', east: 'E', south: 'S', west: 'W' },
  places: [
    place('Bangkok and 2 more', 3957, 140),
    place('Phuket', 4300, 146),
    place('Kuala Lumpur City Hall, Malaysia', 4850, 142),
    place('Shanghai', 3950, 90),
    place('Istanbul', 3890, 287),
    place('Bishkek', 195, 262),
  ],
  kmText: (km) => `${km} km`,
}
