/**
 * What the official test kit (sdmx-tck 5, for REST 1.3 to 1.5) asks of structures: resources, values of `references`, and which kinds can stand
 * next to which.
 *
 * Source  github.com/sdmx-twg/sdmx-tck; rebuilt here as a list of facts, no code of the kit is used.
 */

/** A resource by the name that addresses of version 1 have for it. */
export interface Resource {
  name: string
  /** Elements of a message that are artefacts of it. */
  classes: readonly string[]
  /** In the Basic profile. */
  isBasic: boolean
  /** Elements inside one that is whole. */
  content: readonly string[]
  /** Element of its items; null where it has none that can be asked for. */
  items: string | null
  /** Kinds that can stand directly above or below it. */
  around: readonly string[]
}

const resource = (name: string, classes: string, isBasic: boolean, content: string, items: string | null, around: string): Resource => ({
  ...{ name, classes: classes.split(' '), isBasic, content: content.split(' '), items },
  around: around === '' ? [] : around.split(' '),
})

const everyKind =
  'datastructure metadatastructure categoryscheme conceptscheme codelist hierarchicalcodelist organisationscheme agencyscheme dataproviderscheme dataconsumerscheme organisationunitscheme dataflow metadataflow reportingtaxonomy provisionagreement structureset process categorisation contentconstraint attachmentconstraint'
const constrained = 'categorisation process dataproviderscheme datastructure dataflow metadatastructure metadataflow provisionagreement'
const constraint = 'ConstraintAttachment'

export const resources: readonly Resource[] = [
  resource(
    'datastructure',
    'DataStructure',
    true,
    'DataStructureComponents',
    null,
    'categorisation process codelist conceptscheme contentconstraint attachmentconstraint dataflow structureset',
  ),
  resource(
    'metadatastructure',
    'MetadataStructure',
    true,
    'MetadataStructureComponents',
    null,
    'categorisation process conceptscheme codelist dataproviderscheme dataconsumerscheme agencyscheme organisationunitscheme contentconstraint attachmentconstraint metadataflow structureset',
  ),
  resource('categoryscheme', 'CategoryScheme', true, 'Category', 'Category', 'categorisation process structureset'),
  resource(
    'conceptscheme',
    'ConceptScheme',
    true,
    'Concept',
    'Concept',
    'categorisation process codelist datastructure metadatastructure structureset',
  ),
  resource(
    'codelist',
    'Codelist',
    true,
    'Code',
    'Code',
    'categorisation process hierarchicalcodelist conceptscheme datastructure metadatastructure structureset',
  ),
  resource(
    'hierarchicalcodelist',
    'HierarchicalCodelist',
    true,
    'IncludedCodelist Hierarchy',
    'Hierarchy',
    'categorisation process codelist structureset',
  ),
  resource(
    'organisationscheme',
    'AgencyScheme DataProviderScheme DataConsumerScheme OrganisationUnitScheme',
    true,
    'Agency DataProvider DataConsumer OrganisationUnit',
    'Agency',
    '',
  ),
  resource('agencyscheme', 'AgencyScheme', true, 'Agency', 'Agency', 'categorisation process metadatastructure structureset'),
  resource(
    'dataproviderscheme',
    'DataProviderScheme',
    true,
    'DataProvider',
    'DataProvider',
    'categorisation process contentconstraint attachmentconstraint provisionagreement metadatastructure structureset',
  ),
  resource(
    'dataconsumerscheme',
    'DataConsumerScheme',
    false,
    'DataConsumer',
    'DataConsumer',
    'categorisation process metadatastructure structureset',
  ),
  resource(
    'organisationunitscheme',
    'OrganisationUnitScheme',
    false,
    'OrganisationUnit',
    'OrganisationUnit',
    'categorisation process contentconstraint attachmentconstraint metadatastructure structureset',
  ),
  resource(
    'dataflow',
    'Dataflow',
    true,
    'Structure',
    null,
    'categorisation process contentconstraint attachmentconstraint datastructure provisionagreement reportingtaxonomy structureset',
  ),
  resource(
    'metadataflow',
    'Metadataflow',
    true,
    'Structure',
    null,
    'categorisation process contentconstraint attachmentconstraint metadatastructure provisionagreement reportingtaxonomy structureset',
  ),
  resource(
    'reportingtaxonomy',
    'ReportingTaxonomy',
    false,
    'ReportingCategory',
    'ReportingCategory',
    'categorisation process dataflow metadataflow structureset',
  ),
  resource(
    'provisionagreement',
    'ProvisionAgreement',
    true,
    'StructureUsage DataProvider',
    null,
    'categorisation process dataproviderscheme dataflow metadataflow contentconstraint attachmentconstraint',
  ),
  resource(
    'structureset',
    'StructureSet',
    false,
    'StructureMap CodelistMap',
    null,
    'categorisation process datastructure metadatastructure categoryscheme dataproviderscheme dataconsumerscheme agencyscheme organisationunitscheme conceptscheme codelist reportingtaxonomy hierarchicalcodelist dataflow metadataflow',
  ),
  resource('process', 'Process', false, 'ProcessStep', null, everyKind),
  resource('categorisation', 'Categorisation', true, 'Source Target', null, everyKind),
  resource('contentconstraint', 'ContentConstraint', true, constraint, null, constrained),
  resource('attachmentconstraint', 'AttachmentConstraint', false, constraint, null, constrained),
  resource('structure', '', true, '', null, ''),
  resource('allowedconstraint', 'ContentConstraint', false, constraint, null, ''),
  resource('actualconstraint', 'ContentConstraint', false, constraint, null, ''),
]

/** These are asked for by name only, not with references or details. */
export const onlyIdentified = new Set(['organisationscheme', 'structure', 'allowedconstraint', 'actualconstraint'])

export const directions = ['none', 'parents', 'parentsandsiblings', 'children', 'descendants', 'all'] as const
export const kindsInReferences = everyKind.split(' ')

export const resourceOf = (name: string): Resource | undefined => resources.find((one) => one.name === name)
export const resourceOfClass = (className: string): Resource | undefined => resources.find(({ classes }) => classes[0] === className)

/** Tests of the kit for schemas (`/schema/…`), which are not rebuilt one by one. */
export const schemaTests = 30
