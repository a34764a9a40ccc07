import type { PublishedContribution } from '../../books/discussion/published-contribution.ts'

/** A contribution as tests and the gallery show it. */
export const contributionExample: PublishedContribution = {
  number: 17,
  kind: 'suggestion',
  parent: null,
  place: { section: 'g-1-1', sentence: 's-0a1b2c3d', quote: '800 метр' },
  language: 'kk',
  text: 'Қарт адамға 800 метр алыс, әсіресе қыста.',
  suggestedWording: '2030 жылға қарай тұрғындардың 80 %-ы үйінен 500 метр жерде аялдама табады.',
  channel: 'web',
  organisation: null,
  writtenAt: '2026-11-20T10:15:00Z',
  decision: null,
  reason: null,
  answeredAt: null,
  changes: [],
}
