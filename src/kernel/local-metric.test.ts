import { expect, test } from 'vitest'
import { LocalMetric } from './local-metric.ts'

test.each([-90, -43.2, 0, 28.1, 43.238, 59.9995, 70, 90])('at %d° a walk of 500 m is right to 2 cm', (lat) => {
  // Straight line through the ellipsoid: over 500 m less than a micrometre shorter than along the ground.
  const place = (lonDegrees: number, latDegrees: number) => {
    const [lon, phi] = [(lonDegrees * Math.PI) / 180, (latDegrees * Math.PI) / 180]
    const e2 = 0.00669437999014
    const n = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(phi) ** 2)
    return [n * Math.cos(phi) * Math.cos(lon), n * Math.cos(phi) * Math.sin(lon), n * (1 - e2) * Math.sin(phi)] as const
  }
  const metric = new LocalMetric()
  for (const [dLon, dLat] of [
    [0.003, 0.002],
    [-0.001, -0.004],
    [0.004, 0],
  ] as const) {
    const other = Math.max(-90, Math.min(90, lat + dLat))
    const [a, b] = [place(10, lat), place(10 + dLon, other)]
    const straight = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
    expect(Math.abs(metric.metresBetween(10e7, lat * 1e7, (10 + dLon) * 1e7, other * 1e7) - straight)).toBeLessThan(0.02)
  }
})
