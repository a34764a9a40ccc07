/** The map's own thread, as a file of its own: the content security policy lets no script come from a blob. */
// Exported, because the package says that importing it does nothing, and the bundler would leave it out.
export { default } from 'maplibre-gl/dist/maplibre-gl-worker.mjs'
