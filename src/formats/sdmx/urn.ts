import type { ArtefactId } from './model.ts'

/** Package and class of each kind, as the information model names them. */
const classes: Readonly<Record<string, string>> = {
  agency: 'base.Agency',
  agencyscheme: 'base.AgencyScheme',
  categorisation: 'categoryscheme.Categorisation',
  category: 'categoryscheme.Category',
  categoryscheme: 'categoryscheme.CategoryScheme',
  code: 'codelist.Code',
  codelist: 'codelist.Codelist',
  concept: 'conceptscheme.Concept',
  conceptscheme: 'conceptscheme.ConceptScheme',
  contentconstraint: 'registry.ContentConstraint',
  dataconstraint: 'registry.DataConstraint',
  dataconsumer: 'base.DataConsumer',
  dataconsumerscheme: 'base.DataConsumerScheme',
  dataflow: 'datastructure.Dataflow',
  dataprovider: 'base.DataProvider',
  dataproviderscheme: 'base.DataProviderScheme',
  datastructure: 'datastructure.DataStructure',
  hierarchicalcodelist: 'codelist.HierarchicalCodelist',
  hierarchy: 'codelist.Hierarchy',
  metadataflow: 'metadatastructure.Metadataflow',
  metadatastructure: 'metadatastructure.MetadataStructure',
  process: 'process.Process',
  processstep: 'process.ProcessStep',
  provisionagreement: 'registry.ProvisionAgreement',
  reportingcategory: 'categoryscheme.ReportingCategory',
  reportingtaxonomy: 'categoryscheme.ReportingTaxonomy',
  structuremap: 'structuremapping.StructureMap',
  structureset: 'mapping.StructureSet',
}

/**
 * The name by which the whole world can tell an artefact, or an item of it, from others.
 *
 * @example
 * urnOf('codelist', { agency: 'BAGDAR', id: 'CL_FREQ', version: '1.0.0' }) // => 'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=BAGDAR:CL_FREQ(1.0.0)'
 */
export const urnOf = (kind: string, { agency, id, version }: ArtefactId, item?: string): string =>
  `urn:sdmx:org.sdmx.infomodel.${classOf(kind)}=${agency}:${id}(${version})${item === undefined ? '' : `.${item}`}`

/**
 * Package and class of a kind of artefact or item.
 *
 * @throws {RangeError} a kind that the information model does not have
 * @example
 * classOf('codelist') // => 'codelist.Codelist'
 */
export function classOf(kind: string): string {
  const found = classes[kind]
  if (found === undefined) throw new RangeError(`SDMX has no kind "${kind}".`)
  return found
}
