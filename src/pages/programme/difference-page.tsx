import type { Child, FC } from 'hono/jsx'
import type { Cause } from '../../books/discussion/cause.ts'
import { compareWords } from '../../books/programme/compare-words.ts'
import type {
  BudgetDifference,
  Change,
  IndicatorDifference,
  MeasureDifference,
  SectionDifference,
  VersionDifference,
} from '../../books/programme/compare-versions.ts'
import type { SentenceDifference } from '../../books/programme/compare-sentences.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Diff } from '../parts/diff.tsx'
import { Figure } from '../parts/figure.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import type { Words } from '../words.ts'
import { Causes } from './causes.tsx'
import { currencyWords, dayWords, desiredWords, pricesWords, versionPath, versionWords } from './programme-words.ts'
import { countWords } from './version-list-page.tsx'

interface DifferencePageProps {
  frame: Frame
  before: ProgrammeVersion
  after: ProgrammeVersion
  /** null where the text of one of the two is not known. */
  difference: VersionDifference | null
  /** Said first, where the later version is still a draft. */
  notice?: string
  /** Contributions of residents that caused changes, by sentence. */
  causes?: readonly Cause[]
}

/** What changed between two versions: sentence by sentence, target by target, measure by measure. */
export const DifferencePage: FC<DifferencePageProps> = ({ frame, before, after, difference, notice, causes = [] }) => {
  const { words } = frame
  const title = words.t('programme.differenceTitle', { from: String(before.number), to: String(after.number) })
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('programme.differenceLede')}
      book="programme"
      unlisted={notice !== undefined}
      crumbs={[
        { label: words.t('common.programme'), href: link(frame, '/programme') },
        { label: words.t('common.programmeVersions'), href: link(frame, '/programme/versions') },
        { label: `${before.number} → ${after.number}` },
      ]}
    >
      <Title title={title}>
        <p>
          <a href={link(frame, versionPath(before))}>{versionWords(before, words)}</a> →{' '}
          <a href={link(frame, versionPath(after))}>{versionWords(after, words)}</a>
        </p>
        {difference && <p>{countWords(difference.counts, words)}.</p>}
      </Title>
      {notice !== undefined && <Warn>{notice}</Warn>}
      {difference === null ? (
        <Section id="unknown" title={words.t('programme.text')}>
          <p class="absent">{words.t('programme.differenceUnknown')}</p>
        </Section>
      ) : (
        <Matter frame={frame} difference={difference} causes={causes} />
      )}
    </Layout>
  )
}

const Matter: FC<{ frame: Frame; difference: VersionDifference; causes: readonly Cause[] }> = ({ frame, difference, causes }) => {
  const { words } = frame
  const { sections, indicators, measures, budget } = difference
  return (
    <>
      <Section id="sentences" title={words.t('programme.text')} aside={<p>{words.t('programme.differenceAside')}</p>}>
        {sections.length === 0 && <p class="absent">{words.t('programme.nothingChanged')}</p>}
        {sections.map((section) => (
          <SectionChanges frame={frame} section={section} difference={difference} causes={causes} />
        ))}
      </Section>
      <Section id="targets" title={words.t('programme.targetIndicators')}>
        {indicators.length === 0 && <p class="absent">{words.t('programme.nothingChanged')}</p>}
        {indicators.map((one) => (
          <IndicatorChanges frame={frame} one={one} difference={difference} />
        ))}
      </Section>
      <Section id="measures" title={words.t('programme.measures')}>
        {measures.length === 0 && <p class="absent">{words.t('programme.nothingChanged')}</p>}
        {measures.map((one) => (
          <MeasureChanges frame={frame} one={one} difference={difference} />
        ))}
      </Section>
      <Section id="budget" title={words.t('programme.budget')} aside={<AsOfForm frame={frame} />}>
        {budget.length === 0 ? (
          <p class="absent">{words.t('programme.nothingChanged')}</p>
        ) : (
          <BudgetChanges frame={frame} lines={budget} difference={difference} labelledBy="budget" anchor="" />
        )}
      </Section>
    </>
  )
}

interface SectionChangesProps {
  frame: Frame
  section: SectionDifference
  difference: VersionDifference
  causes: readonly Cause[]
}

/** The sentences of one section that changed, each with the contributions that caused it. */
export const SectionChanges: FC<SectionChangesProps> = ({ frame, section, difference, causes }) => {
  const { words } = frame
  const heading = [section.section.number, words.pick(section.section.title)].filter(Boolean).join('. ')
  return (
    <div class="stack-s changed-section">
      <h3>
        {section.title[words.language] ? <Diff parts={section.title[words.language] ?? []} words={words} /> : heading}{' '}
        {section.kind !== 'changed' && <span class="fine">{words.t(`programme.kind_${section.kind}`)}</span>}
      </h3>
      <ol class="changes">
        {section.sentences
          .filter((one) => one.kind !== 'same' || one.moved)
          .map((one) => (
            <li>
              <p class="fine">
                {words.t(
                  one.moved
                    ? one.kind === 'changed'
                      ? 'programme.kind_movedChanged'
                      : 'programme.kind_moved'
                    : `programme.kind_${one.kind}`,
                )}
              </p>
              <p>
                <a class="sn" href={placeOf(frame, one, difference)} aria-label={words.t('programme.openSentence')}>
                  #
                </a>
                <SentenceChange one={one} words={words} />
              </p>
              <Causes frame={frame} causes={causes.filter(({ sentence }) => sentence === one.id)} />
            </li>
          ))}
      </ol>
    </div>
  )
}

/** A sentence opens in the version that has it. */
const placeOf = (frame: Frame, one: SentenceDifference, { before, after }: VersionDifference): string =>
  link(frame, versionPath(one.after === null ? before : after, one.id))

/** One sentence before and after, in the reader's language. */
export const SentenceChange: FC<{ one: SentenceDifference; words: Words }> = ({ one, words }) => {
  const [was, is] = [words.picked(one.before?.text ?? {}), words.picked(one.after?.text ?? {})]
  if (one.kind === 'removed') return <Diff parts={[{ kind: 'deleted', text: was?.text ?? '' }]} words={words} />
  if (one.kind === 'added') return <Diff parts={[{ kind: 'inserted', text: is?.text ?? '' }]} words={words} />
  if (one.kind === 'same') return <Picked text={one.after?.text ?? {}} words={words} />
  const parts = one.words[is?.language ?? words.language]
  if (parts !== undefined) return <Diff parts={parts} words={words} />
  return (
    <>
      <Picked text={one.after?.text ?? {}} words={words} />{' '}
      <span class="fine">{words.t('programme.changedInOtherLanguage', { languages: Object.keys(one.words).join(', ') })}</span>
    </>
  )
}

const IndicatorChanges: FC<{ frame: Frame; one: IndicatorDifference; difference: VersionDifference }> = ({ frame, one, difference }) => {
  const { words } = frame
  const { indicator, goal, kind, changes } = one
  const target = indicator.targets.at(-1)
  const version = kind === 'removed' ? difference.before : difference.after
  return (
    <Entry frame={frame} title={words.pick(indicator.name)} goal={goal.number} kind={kind}>
      {kind === 'changed' ? (
        <ChangeRows frame={frame} changes={changes} difference={difference} anchor={indicator.id} />
      ) : target === undefined ? (
        <p class="absent">{words.t('programme.targetNotFound')}</p>
      ) : (
        <p>
          {words.t('programme.targetIn', { year: String(target.year) })}:{' '}
          <Figure href={link(frame, versionPath(version, indicator.id))} value={words.decimal(target.value)} />
        </p>
      )}
    </Entry>
  )
}

const MeasureChanges: FC<{ frame: Frame; one: MeasureDifference; difference: VersionDifference }> = ({ frame, one, difference }) => {
  const { words } = frame
  const { measure, goal, kind, changes, budget } = one
  return (
    <Entry
      frame={frame}
      title={`${measure.number}. ${words.pick(measure.title)}`}
      goal={goal.number}
      kind={kind}
      id={`budget-${measure.id}`}
    >
      {changes.length > 0 && <ChangeRows frame={frame} changes={changes} difference={difference} anchor={measure.id} />}
      {budget.length > 0 && (
        <BudgetChanges frame={frame} lines={budget} difference={difference} labelledBy={`budget-${measure.id}`} anchor={measure.id} />
      )}
    </Entry>
  )
}

interface EntryProps {
  frame: Frame
  title: string
  goal: string
  kind: IndicatorDifference['kind']
  id?: string
  children?: Child
}

const Entry: FC<EntryProps> = ({ frame: { words }, title, goal, kind, id, children }) => (
  <div class="stack-s changed-section">
    <h3 id={id}>{title}</h3>
    <p class="fine">
      {words.t('programme.ofGoal', { number: goal })} · {words.t(`programme.kind_${kind}`)}
    </p>
    {children}
  </div>
)

const ChangeRows: FC<{ frame: Frame; changes: readonly Change[]; difference: VersionDifference; anchor: string }> = (props) => {
  const { frame, changes, difference, anchor } = props
  const { words } = frame
  return (
    <table class="stackable">
      <thead>
        <tr>
          <th scope="col">{words.t('programme.what')}</th>
          <th scope="col">{words.t('programme.was', { number: String(difference.before.number) })}</th>
          <th scope="col">{words.t('programme.is', { number: String(difference.after.number) })}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr>
            <th scope="row">
              {words.t(`programme.field_${change.field}`)}
              {change.year !== null && `, ${change.year}`}
            </th>
            {isNumber(change) || typeof change.before === 'string' || typeof change.after === 'string' ? (
              <>
                <td>{valueOf(change, change.before, link(frame, versionPath(difference.before, anchor)), words)}</td>
                <td>{valueOf(change, change.after, link(frame, versionPath(difference.after, anchor)), words)}</td>
              </>
            ) : (
              <td colspan={2}>
                <Diff parts={compareWords(words.pick(change.before ?? {}), words.pick(change.after ?? {}))} words={words} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isNumber = (change: Change): boolean => change.field === 'target' || change.field === 'baseline'

/** A number opens in the version that says it; what was not there is said. */
function valueOf(change: Change, value: Change['before'], href: string, words: Words): Child {
  if (change.field === 'desired') return desiredWords(value === 'increase' || value === 'decrease' ? value : null, words)
  if (value === null) return <span class="quiet">{words.t('programme.none')}</span>
  if (typeof value !== 'string') return <Picked text={value} words={words} />
  if (isNumber(change)) return <Figure href={href} value={words.decimal(value)} />
  return change.field === 'deadline' ? dayWords(value, words) : value
}

interface BudgetChangesProps {
  frame: Frame
  lines: readonly BudgetDifference[]
  difference: VersionDifference
  labelledBy: string
  /** Where in the version the money stands; '' for the whole programme. */
  anchor: string
}

const BudgetChanges: FC<BudgetChangesProps> = ({ frame, lines, difference, labelledBy, anchor }) => {
  const { words } = frame
  const amount = (value: string | null, version: ProgrammeVersion) =>
    value === null ? <span class="quiet">—</span> : <Figure href={link(frame, versionPath(version, anchor))} value={words.decimal(value)} />
  return (
    <ScrollTable labelledBy={labelledBy} words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('programme.year')}</th>
          <th scope="col">{words.t('programme.prices')}</th>
          <th scope="col" class="r">
            {words.t('programme.was', { number: String(difference.before.number) })}
          </th>
          <th scope="col" class="r">
            {words.t('programme.is', { number: String(difference.after.number) })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row" class="num">
              {line.year}
            </th>
            <td>{`${currencyWords(line.currency, words)}, ${pricesWords(line.prices, words)}`}</td>
            <td class="r">{amount(line.before, difference.before)}</td>
            <td class="r">{amount(line.after, difference.after)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
