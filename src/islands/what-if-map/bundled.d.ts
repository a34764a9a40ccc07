/** The bundler takes stylesheets out of scripts into files of their own. */
declare module '*.css'

/** The map's own thread comes without types: it is loaded by its address alone. */
declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  const worker: unknown
  export default worker
}
