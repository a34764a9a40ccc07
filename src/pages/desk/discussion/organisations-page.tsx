import type { FC } from 'hono/jsx'
import { organisationKinds, type Organisation } from '../../../books/discussion/organisation.ts'
import { longestEvidence, longestOrganisationName, type OrganisationForm } from '../../../books/discussion/rules/read-organisation.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField, TextField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { problemsOf } from './consult-words.ts'
import { TextInLanguages } from './text-in-languages.tsx'

interface OrganisationsPageProps {
  frame: Frame
  organisations: readonly Organisation[]
  form: OrganisationForm
  refusals: readonly Refusal[]
  formKey: string
}

/** Organisations that the city has verified, and one more. */
export const OrganisationsPage: FC<OrganisationsPageProps> = ({ frame, organisations, form, refusals, formKey }) => {
  const { words } = frame
  const title = words.t('consult.organisations')
  const problems = problemsOf(refusals, words)
  const sorted = organisations.toSorted((a, b) => words.compare(words.pick(a.name), words.pick(b.name)))
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={[desk(frame), { label: title }]}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.organisations_lede')}</p>
      </Title>
      <Section id="list" title={words.t('consult.verified')}>
        {sorted.length === 0 && <p class="absent">{words.t('consult.organisations_none')}</p>}
        <ul class="stack-s">
          {sorted.map((one) => (
            <li>
              <a href={link(frame, `/desk/organisations/${one.id}`)}>{words.pick(one.name)}</a>,{' '}
              {words.t(`consult.organisation_${one.kind}`)}
              {one.endedAt !== null && <>. {words.t('consult.organisation_ended', { date: words.date(one.endedAt) })}</>}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="add" title={words.t('consult.organisation_new')}>
        <form class="stack" method="post" action={link(frame, '/desk/organisations')} novalidate>
          <FormKey value={formKey} />
          <OrganisationFields frame={frame} form={form} problems={problems} />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.organisation_add')}
            </button>
          </p>
        </form>
      </Section>
    </Layout>
  )
}

const desk = (frame: Frame) => ({ label: frame.words.t('common.desk'), href: link(frame, '/desk') })

const OrganisationFields: FC<{ frame: Frame; form: OrganisationForm; problems: readonly Problem[] }> = ({ frame, form, problems }) => {
  const { words } = frame
  return (
    <>
      <SelectField
        id="kind"
        label={words.t('consult.label_kind')}
        value={form.kind}
        problem={problemOf(problems, 'kind')}
        choices={organisationKinds.map((value) => ({ value, label: words.t(`consult.organisation_${value}`) }))}
      />
      <TextInLanguages
        words={words}
        id="name"
        label={words.t('consult.label_organisation')}
        value={form.name}
        rows={2}
        maxlength={longestOrganisationName}
        problems={problems}
      />
      <TextField
        id="evidence"
        label={words.t('consult.label_evidence')}
        hint={words.t('consult.hint_evidence')}
        value={form.evidence}
        maxlength={longestEvidence}
        problem={problemOf(problems, 'evidence')}
      />
    </>
  )
}

interface OrganisationPageProps {
  frame: Frame
  organisation: Organisation
  members: ReadonlyArray<{ personId: string; name: string; email: string }>
  form: OrganisationForm
  email: string
  refusals: readonly Refusal[]
  newKey: () => string
}

/** One organisation: what was checked, and who writes for it. */
export const OrganisationPage: FC<OrganisationPageProps> = ({ frame, organisation, members, form, email, refusals, newKey }) => {
  const { words } = frame
  const title = words.pick(organisation.name)
  const problems = problemsOf(refusals, words)
  const path = `/desk/organisations/${organisation.id}`
  const all = { label: words.t('consult.organisations'), href: link(frame, '/desk/organisations') }
  const hasEnded = organisation.endedAt !== null
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={[desk(frame), all, { label: title }]}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {hasEnded
            ? words.t('consult.organisation_ended', { date: words.date(organisation.endedAt ?? '') })
            : words.t('consult.verified_on', { date: words.date(organisation.verifiedAt) })}
        </p>
      </Title>
      <Section id="members" title={words.t('consult.members')} aside={<p>{words.t('consult.members_aside')}</p>}>
        <div class="stack">
          {members.length === 0 && <p class="absent">{words.t('consult.members_none')}</p>}
          {members.map((member) => (
            <form class="acts" method="post" action={link(frame, `${path}/members`)}>
              <FormKey value={newKey()} />
              <input type="hidden" name="person" value={member.personId} />
              <span id={`member-${member.personId}`}>
                {member.name}, {member.email}
              </span>
              <button class="btn" type="submit" name="do" value="remove" aria-describedby={`member-${member.personId}`}>
                {words.t('consult.member_remove')}
              </button>
            </form>
          ))}
          {!hasEnded && (
            <form class="stack" method="post" action={link(frame, `${path}/members`)} novalidate>
              <FormKey value={newKey()} />
              <TextField
                id="email"
                type="email"
                label={words.t('consult.label_member')}
                hint={words.t('consult.hint_member')}
                value={email}
                problem={problemOf(problems, 'email')}
              />
              <p class="acts">
                <button class="btn" type="submit" name="do" value="add">
                  {words.t('consult.member_add')}
                </button>
              </p>
            </form>
          )}
        </div>
      </Section>
      {!hasEnded && (
        <Section id="edit" title={words.t('consult.organisation_edit')}>
          <form class="stack" method="post" action={link(frame, path)} novalidate>
            <FormKey value={newKey()} />
            <OrganisationFields frame={frame} form={form} problems={problems} />
            <p class="acts">
              <button class="btn main" type="submit" name="do" value="save">
                {words.t('form.save')}
              </button>
              <button class="btn" type="submit" name="do" value="end">
                {words.t('consult.organisation_end')}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}
