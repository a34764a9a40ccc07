/** Colours for a chart that stands alone: no stylesheet reaches it. They are those of the site (`pages/styles/tokens.css`); a test compares them. */
export type ChartTheme = 'light' | 'dark'

export type ChartColours = Readonly<Record<ColourName, string>>

type ColourName =
  | 'paper'
  | 'ink'
  | 'ink-2'
  | 'hair'
  | 'spruce'
  | 'apple'
  | 'st-accel'
  | 'ch-2'
  | 'ch-3'
  | 'ch-4'
  | 'ch-band'
  | 'rg-1'
  | 'rg-2'
  | 'rg-3'
  | 'rg-4'
  | 'rg-5'
  | 'rg-6'

export const chartColours: Readonly<Record<ChartTheme, ChartColours>> = {
  light: {
    ...{
      paper: '#f5f8f7',
      ink: '#12211f',
      'ink-2': '#4b5b58',
      hair: '#c5d1ce',
      spruce: '#14594a',
      apple: '#bd1f2d',
      'st-accel': '#805400',
    },
    ...{ 'ch-2': '#0e7a62', 'ch-3': '#2d6f8e', 'ch-4': '#8a5a9c', 'ch-band': '#0e7a6226' },
    ...{ 'rg-1': '#d5e3e5', 'rg-2': '#b9d0d4', 'rg-3': '#94b7bb', 'rg-4': '#6a9997', 'rg-5': '#3f786f', 'rg-6': '#14594a' },
  },
  dark: {
    ...{
      paper: '#0e1615',
      ink: '#e9f0ed',
      'ink-2': '#a9b9b4',
      hair: '#314140',
      spruce: '#7fcdb4',
      apple: '#ff8580',
      'st-accel': '#e7b758',
    },
    ...{ 'ch-2': '#62c9a8', 'ch-3': '#7fbfdc', 'ch-4': '#c9a1d8', 'ch-band': '#62c9a833' },
    ...{ 'rg-1': '#1b2a2c', 'rg-2': '#233a3c', 'rg-3': '#2c4d4c', 'rg-4': '#38655f', 'rg-5': '#549184', 'rg-6': '#72b8a2' },
  },
}

export type Look = Readonly<Record<string, string>>

/**
 * How each class of a chart looks, as attributes of SVG: they are understood by every program that shows one, and the policy of the site,
 * which lets no style stand in a file, does not touch them. A later class wins, as in the stylesheet.
 */
export function chartLooks(colours: ChartColours): Readonly<Record<string, Look>> {
  const series = [colours.ink, colours['ch-2'], colours['ch-3'], colours['ch-4']]
  const numbered = (name: string, look: (colour: string) => Look): Array<[string, Look]> =>
    series.map((colour, at) => [`${name}${at + 1}`, look(colour)])
  const shades = [colours['ch-2'], colours['ch-4'], colours['ch-3'], colours['st-accel'], colours.ink]
  const strong: Look = {
    'font-weight': '600',
    'paint-order': 'stroke',
    stroke: colours.paper,
    'stroke-width': '4',
    'stroke-linejoin': 'round',
  }
  return {
    grid: { stroke: colours.hair },
    zero: { stroke: colours.ink },
    target: { stroke: colours.ink, 'stroke-dasharray': '6 4', 'stroke-width': '1.25' },
    line: { fill: 'none', 'stroke-width': '2', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
    thin: { 'stroke-width': '1' },
    dots: { fill: 'none', 'stroke-width': '1.5', 'stroke-linecap': 'round' },
    ...Object.fromEntries([
      ...numbered('s', (stroke) => ({ stroke })),
      ...numbered('f', (fill) => ({ fill })),
      ...numbered('t', (fill) => ({ ...strong, fill })),
    ]),
    k: { ...strong, fill: colours.ink },
    flagt: { ...strong, 'font-weight': '400', fill: colours.apple },
    open: { fill: colours.paper, 'stroke-width': '2' },
    band: { fill: colours['ch-band'].slice(0, 7), 'fill-opacity': opacityOf(colours['ch-band']) },
    flag: { fill: 'none', stroke: colours.apple, 'stroke-width': '1.5' },
    bar: { fill: colours['ch-3'] },
    me: { fill: colours.ink },
    dim: { fill: colours.hair },
    gap: { stroke: colours.paper, 'stroke-width': '3' },
    hit: { fill: 'none' },
    peak: { fill: colours.apple },
    scale: { fill: 'none', stroke: colours['ink-2'] },
    ...Object.fromEntries(
      ([1, 2, 3, 4, 5, 6] as const).map((shade) => [
        `ridge-${shade}`,
        { fill: colours[`rg-${shade}`], stroke: colours.paper, 'stroke-width': '1.5', 'stroke-linejoin': 'round' },
      ]),
    ),
    og: { fill: colours['ink-2'], stroke: colours.paper, 'stroke-width': '0.5' },
    ...Object.fromEntries(shades.map((fill, at) => [`og-${at}`, { fill }])),
    ...Object.fromEntries(['0.25', '0.42', '0.6', '0.8'].map((opacity, at) => [`d-${at + 1}`, { 'fill-opacity': opacity }])),
    'og-name': { 'font-size': '24' },
    'og-own': { fill: colours.paper, stroke: colours.apple, 'stroke-width': '3' },
  }
}

/** `#0e7a6226` is colour and opacity in one; older programs want them apart. */
const opacityOf = (colour: string): string => (Number.parseInt(colour.slice(7), 16) / 255).toFixed(2)
