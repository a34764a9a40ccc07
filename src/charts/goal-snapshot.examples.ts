import type { GoalSnapshotData } from './goal-snapshot.tsx'

/** Made up: a goal on track, one that slows, one that moved away, one of which too little is known. */
export const goalSnapshots: Readonly<Record<string, GoalSnapshotData>> = {
  goals: {
    label: 'Four goals, 2025',
    current: 'Current Status Index',
    anticipated: 'Anticipated in 2030',
    rows: [
      { name: '3. Good health', current: 8.2, anticipated: 10, text: '8.2 → 10' },
      { name: '7. Energy', current: 4.1, anticipated: 5.5, text: '4.1 → 5.5' },
      { name: '11. Sustainable cities', current: -3.5, anticipated: -6, text: '−3.5 → −6' },
      { name: '13. Climate', current: null, anticipated: null, text: 'insufficient data' },
    ],
  },
}
