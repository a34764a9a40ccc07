/** Under this name tests ask for the same. */
export { Fragment, jsx as jsxDEV, type JSX } from './jsx-runtime.ts'
