import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Tokens } from './tokens.ts'

/** Sources that the page fills itself. */
export const liveSources = ['gain', 'sites', 'stops'] as const

const font = ['Golos Text Variable']

/**
 * The look of the live map, from the page's own colours. Letters are drawn with the page's font: no other host is asked for anything.
 *
 * Layers   ground, water, green, buildings, streets from small to large, borders, people, what a stop would bring, stops, sites.
 */
export function mapStyle(tokens: Tokens, tiles: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      city: { type: 'vector', url: `pmtiles://${tiles}`, attribution: '' },
      ...Object.fromEntries(liveSources.map((name) => [name, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }])),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': tokens.sheet } },
      area('water', tokens['rg-1']),
      area('green', tokens['ins-bg']),
      area('buildings', tokens.glacier),
      street('path', tokens.hair, [14, 0.5, 17, 2]),
      street('minor', tokens.hair, [13, 0.7, 17, 6]),
      street('medium', tokens.hair, [11, 0.6, 17, 10]),
      street('main', tokens.field, [9, 0.6, 13, 1.6, 17, 8]),
      {
        id: 'outlines',
        type: 'line',
        source: 'city',
        'source-layer': 'outlines',
        paint: { 'line-color': tokens.ink, 'line-width': ['match', ['get', 'kind'], 'city', 1.4, 0.7], 'line-dasharray': [5, 3] },
      },
      people(tokens),
      gain(tokens),
      streetNames(tokens),
      ...stops(tokens),
      ...sites(tokens),
    ],
  }
}

const area = (id: string, colour: string): LayerSpecification => ({
  id,
  type: 'fill',
  source: 'city',
  'source-layer': id,
  paint: { 'fill-color': colour },
})

/** Streets of one rank; `widths` are zoom levels and the pixels at each. */
const street = (rank: string, colour: string, widths: readonly number[]): LayerSpecification => ({
  id: `streets-${rank}`,
  type: 'line',
  source: 'city',
  'source-layer': 'streets',
  filter: ['==', ['get', 'rank'], rank],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': colour, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], ...widths] as ExpressionSpecification },
})

const streetNames = (tokens: Tokens): LayerSpecification => ({
  id: 'street-names',
  type: 'symbol',
  source: 'city',
  'source-layer': 'streets',
  minzoom: 14,
  layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 12 },
  paint: { 'text-color': tokens['ink-2'], 'text-halo-color': tokens.sheet, 'text-halo-width': 1.5 },
})

/** A spot for each cell: larger where more people live, and larger when it is nearer. */
function people(tokens: Tokens): LayerSpecification {
  const share: ExpressionSpecification = ['step', ['get', 'people'], 0.55, 40, 0.75, 200, 1]
  const radius = (pixels: number): ExpressionSpecification => ['*', pixels, share]
  return {
    id: 'people',
    type: 'circle',
    source: 'city',
    'source-layer': 'cells',
    paint: {
      'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 9, radius(2.4), 12, radius(4.5), 14, radius(9), 17, radius(40)],
      'circle-opacity': 0.8,
      'circle-color': [
        'match',
        ['to-number', ['feature-state', 'state'], -1],
        2,
        tokens.spruce,
        3,
        tokens['st-accel'],
        ['case', ['get', 'served'], tokens['rg-4'], tokens.apple],
      ],
    },
  }
}

/** What a stop at each crossing would bring, as a share of the most: the larger and darker, the more. */
const gain = (tokens: Tokens): LayerSpecification => ({
  id: 'gain',
  type: 'circle',
  source: 'gain',
  paint: {
    'circle-radius': [
      'interpolate',
      ['linear'],
      ['zoom'],
      10,
      ['+', 1, ['*', 3, ['get', 'share']]],
      15,
      ['+', 3, ['*', 11, ['get', 'share']]],
    ],
    'circle-color': tokens['st-accel'],
    'circle-opacity': ['+', 0.2, ['*', 0.7, ['get', 'share']]],
  },
})

function stops(tokens: Tokens): LayerSpecification[] {
  const size = (pixels: number): ExpressionSpecification => [
    'case',
    ['get', 'selected'],
    pixels + 3,
    ['!=', ['get', 'kind'], 'own'],
    pixels + 2,
    ['get', 'isStation'],
    pixels + 1.5,
    pixels,
  ]
  const rim = (pixels: number): ExpressionSpecification => ['case', ['get', 'selected'], 3, ['!=', ['get', 'kind'], 'own'], 2.5, pixels]
  return [
    {
      id: 'stops',
      type: 'circle',
      source: 'stops',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, size(1), 12, size(2.5), 15, size(6)],
        'circle-color': ['match', ['get', 'kind'], 'own', tokens.ink, tokens.sheet],
        'circle-stroke-color': [
          'case',
          ['get', 'selected'],
          tokens.apple,
          ['match', ['get', 'kind'], 'own', tokens.sheet, 'removed', tokens.apple, tokens.spruce],
        ],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 10, rim(0.5), 13, rim(1.5)],
      },
    },
    {
      id: 'stop-names',
      type: 'symbol',
      source: 'stops',
      minzoom: 15,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [0.9, 0],
        'text-optional': true,
      },
      paint: { 'text-color': tokens.ink, 'text-halo-color': tokens.sheet, 'text-halo-width': 1.5 },
    },
  ]
}

const sites = (tokens: Tokens): LayerSpecification[] => [
  {
    id: 'sites',
    type: 'circle',
    source: 'sites',
    paint: { 'circle-radius': 11, 'circle-color': tokens.sheet, 'circle-stroke-color': tokens.ink, 'circle-stroke-width': 2 },
  },
  {
    id: 'site-numbers',
    type: 'symbol',
    source: 'sites',
    layout: {
      'text-field': ['get', 'number'],
      'text-font': font,
      'text-size': 13,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': tokens.ink },
  },
]
