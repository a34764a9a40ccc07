// `npm run drill`: takes a backup of the database that the environment names, restores it aside, and compares every table.
process.argv.splice(2, 0, 'drill')
await import('../src/main.ts')

export {}
