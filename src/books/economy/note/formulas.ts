/**
 * Every formula that a number of the note is made by, as it stands beside the number, and where it is published. What a formula is called is
 * in the words of the pages.
 */
export const formulas = {
  output: { text: 'x = Z·i + Y·i', source: 'Miller, Blair (2009), 2.2' },
  value_added: { text: 'v′ = x′ − i′·Z', source: 'Miller, Blair (2009), 2.2' },
  city_value_added: { text: 'v_u = Σ s_i · v_i', source: 'Miller, Blair (2009), 8.2' },
  city_output: { text: 'x_u = Σ s_i · x_i', source: 'Miller, Blair (2009), 8.2' },
  exports: { text: 'e = Σ_{s≠r} (Z_rs·i + Y_rs·i)', source: 'Miller, Blair (2009), 3.4' },
  city_exports: { text: 'e_u = Σ s_i · e_i', source: 'Miller, Blair (2009), 8.7' },
  imports: { text: 'm_i = Σ_{s≠r} (Z_sr·i + Y_sr·i)_i', source: 'Miller, Blair (2009), 3.4' },
  share: { text: '100 · v_i / Σ v_i', source: 'Miller, Blair (2009), 8.2' },
  location_quotient: { text: 'SLQ_i = (x_i^u / x^u) / (x_i^r / x^r)', source: 'Miller, Blair (2009), 8.2.1' },
  value_added_flow: { text: 'v̂_a · L_a· · f_·b', source: 'Johnson, Noguera (2012)' },
  skyline_demand: { text: '100 · (L°f)_j / i′L°f', source: 'Leontief (1963)' },
  self_sufficiency: { text: '100 · x_j / (L°f)_j', source: 'Leontief (1963)' },
  skyline_exported: { text: '100 · (L°e)_j / (L°f)_j', source: 'Leontief (1963)' },
  complementarity: { text: 'TCI = 100 − Σ |m_ik − x_ij| / 2', source: 'Michaely (1996)' },
  export_similarity: { text: 'FK = 100 · Σ min(a_i, b_i)', source: 'Finger, Kreinin (1979)' },
  krugman: { text: 'K = Σ |a_i − b_i|', source: 'Krugman (1991)' },
  trade_intensity: { text: 'T = (x_ij / X_i) / (x_wj / X_w)', source: 'Kojima (1964)' },
  comparative_advantage: { text: 'RCA = (x_ci / x_c) / (x_wi / x_w)', source: 'Balassa (1965)' },
  demand_output: { text: 'Δx = L · Δf', source: 'Miller, Blair (2009), 2.2.3' },
  demand_value_added: { text: 'v̂ · L · Δf', source: 'Miller, Blair (2009), 6.3' },
  demand_jobs: { text: 'ê · L · Δf', source: 'Miller, Blair (2009), 6.3' },
  bought_abroad: { text: 's_j · Σ_{r≠t} z_ij^rt', source: 'Decreux, Spies (2016)' },
  from_partner: { text: 's_j · z_ij^st', source: 'Decreux, Spies (2016)' },
  expected: { text: 'M_ij · X_i^s / X_i^w∖t', source: 'Decreux, Spies (2016)' },
  gap: { text: 's_i · (M_ij · X_i^s / X_i^w∖t − z_ij^st)', source: 'Decreux, Spies (2016)' },
  gap_value_added: { text: 'v̂_u · L_u· · Δf', source: 'Miller, Blair (2009), 6.3' },
  measured_error: { text: '100 · Σ |m̂_j − m_j| / m_j / N', source: 'Honkatukia et al. (2019)' },
} as const satisfies Record<string, { text: string; source: string }>

export type FormulaId = keyof typeof formulas
