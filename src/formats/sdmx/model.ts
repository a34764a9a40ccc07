/**
 * The parts of SDMX's information model that Bagdar writes and reads, the same for every version and format.
 *
 * Source  SDMX Information Model 2.1 and 3.0. What 3.0 renamed has the newer name here.
 */

/** Words by language tag: `{ ru: 'Пол' }`. Messages may hold languages that Bagdar itself does not speak. */
export type Names = Readonly<Record<string, string>>

/** What a maintained artefact is found by: `KG_NSC:SDG(1.7)`. */
export interface ArtefactId {
  agency: string
  id: string
  version: string
}

export interface Code {
  id: string
  names: Names
  parent: string | null
  /** What is noted of the code besides, by type: `{ Indicator: '11.2.1' }`. */
  annotations?: Readonly<Record<string, string>>
}

export interface Codelist extends ArtefactId {
  names: Names
  codes: readonly Code[]
}

export interface Concept {
  id: string
  names: Names
}

export interface ConceptScheme extends ArtefactId {
  names: Names
  concepts: readonly Concept[]
}

/** A dimension, attribute or measure: which concept it is, and from which code list its values come (null: free text). */
export interface Component {
  id: string
  scheme: ArtefactId
  concept: string
  codelist: ArtefactId | null
}

export interface AttributeComponent extends Component {
  attachedTo: 'dataset' | 'series' | 'observation'
  isRequired: boolean
}

export interface DataStructure extends ArtefactId {
  names: Names
  /** In the order of the key; without the time dimension. */
  dimensions: readonly Component[]
  timeDimension: Component
  measure: Component
  attributes: readonly AttributeComponent[]
}

export interface Dataflow extends ArtefactId {
  names: Names
  structure: ArtefactId
}

/** What a data message says about: a flow, a structure itself, or what one provider agreed to give. */
export interface MessageStructure extends ArtefactId {
  kind: 'dataflow' | 'datastructure' | 'provisionagreement'
}

/** I information, A append, R replace, M merge, D delete. */
export type DataAction = 'I' | 'A' | 'R' | 'M' | 'D'

export interface DataObservation {
  timePeriod: string
  /** The decimal text as it is published; null where there is no value. */
  obsValue: string | null
  /** Attributes of the observation by id: `OBS_STATUS`, `COMMENT_OBS`, … */
  attributes: Readonly<Record<string, string>>
}

export interface DataSeries {
  /** Dimension id → code, all dimensions except time. */
  key: Readonly<Record<string, string>>
  attributes: Readonly<Record<string, string>>
  observations: readonly DataObservation[]
}

/** One set of data, in whatever format it came or goes. */
export interface DataSet {
  structure: MessageStructure
  action: DataAction
  attributes: Readonly<Record<string, string>>
  series: readonly DataSeries[]
}

export interface Header {
  id: string
  /** ISO moment. */
  prepared: string
  sender: string
  isTest: boolean
}

export interface DataMessage {
  header: Header
  dataSets: readonly DataSet[]
}

/** The structures of one message, whatever of them it holds. */
export interface Structures {
  codelists: readonly Codelist[]
  conceptSchemes: readonly ConceptScheme[]
  dataStructures: readonly DataStructure[]
  dataflows: readonly Dataflow[]
}
