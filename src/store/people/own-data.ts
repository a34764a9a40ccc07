import { sql, type Kysely } from 'kysely'
import type { OwnData } from '../../books/accounts/own-data.ts'
import type { Language } from '../../books/text.ts'
import type { Schema } from '../schema.ts'

/** What a person sees and changes of herself. */
export function ownData(db: Kysely<Schema>) {
  return {
    /** Everything that is kept about a person, as she is given it. null: nobody, or somebody who was forgotten. */
    async readOwnData(personId: string): Promise<OwnData | null> {
      const { rows } = await sql<{ content: OwnData }>`
        select json_build_object(
          'person', json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'language', p.language, 'createdAt', p.created_at),
          'roles', (select coalesce(json_agg(json_build_object('city', c.slug, 'role', m.role, 'department', nullif(m.department, ''),
            'since', m.since) order by c.position, m.role), '[]'::json)
            from membership m join city c on c.id = m.city_id where m.person_id = p.id),
          'password', (select json_build_object('changedAt', changed_at) from password where person_id = p.id),
          'authenticatorApp', (select json_build_object('confirmedAt', confirmed_at) from totp where person_id = p.id),
          'passkeys', (select coalesce(json_agg(json_build_object('name', name, 'createdAt', created_at, 'lastUsedAt', last_used_at)
            order by created_at), '[]'::json) from passkey where person_id = p.id),
          'identities', (select coalesce(json_agg(json_build_object('issuer', issuer, 'subject', subject, 'linkedAt', linked_at)
            order by linked_at), '[]'::json) from identity where person_id = p.id),
          'sessions', (select coalesce(json_agg(json_build_object('method', method, 'device', device, 'createdAt', created_at,
            'lastSeenAt', last_seen_at, 'endedAt', ended_at) order by created_at), '[]'::json) from session where person_id = p.id),
          'texts', (select coalesce(json_agg(json_build_object('city', c.slug, 'text', t.text, 'writtenAt', t.written_at)
            order by t.written_at), '[]'::json) from resident_text t join city c on c.id = t.city_id where t.person_id = p.id),
          'reports', (select coalesce(json_agg(json_build_object('city', c.slug, 'number', r.number, 'timePeriod', r.time_period,
            'reportedAt', r.reported_at, 'outcome', r.outcome, 'answer', r.answer, 'answeredAt', r.answered_at)
            order by r.reported_at), '[]'::json) from mistake_report r join city c on c.id = r.city_id where r.person_id = p.id),
          'participations', (select coalesce(json_agg(json_build_object('city', c.slug, 'consultation', n.number, 'participant', p2.number,
            'level', p2.level, 'joinedAt', p2.joined_at,
            'declarations', (select coalesce(json_agg(json_build_object('field', d.field, 'value', d.value, 'declaredAt', d.declared_at)
              order by d.field), '[]'::json) from declaration d
              where d.city_id = p2.city_id and d.consultation_id = p2.consultation_id and d.participant = p2.number),
            'votes', (select coalesce(json_agg(json_build_object('statement', v.statement, 'choice', v.choice, 'castAt', v.cast_at)
              order by v.statement), '[]'::json) from vote v
              where v.city_id = p2.city_id and v.consultation_id = p2.consultation_id and v.participant = p2.number),
            'contributions', (select coalesce(json_agg(json_build_object('number', k.number, 'kind', k.kind, 'sentence', k.sentence,
              'writtenAt', k.written_at, 'state', k.state, 'text', t.text, 'wording', w.text,
              'translations', (select coalesce(json_agg(json_build_object('language', r.language, 'version', r.version, 'text', r.text,
                'madeBy', r.made_by) order by r.language, r.version), '[]'::json) from resident_text_translation r
                where r.city_id = k.city_id and r.text_id in (k.text_id, k.wording_id))) order by k.number), '[]'::json)
              from contribution k
              left join resident_text t on t.city_id = k.city_id and t.id = k.text_id
              left join resident_text w on w.city_id = k.city_id and w.id = k.wording_id
              where k.city_id = p2.city_id and k.consultation_id = p2.consultation_id and k.participant = p2.number)) order by p2.joined_at),
            '[]'::json)
            from participant p2 join city c on c.id = p2.city_id
            join consultation n on n.city_id = p2.city_id and n.id = p2.consultation_id where p2.person_id = p.id),
          'subscriptions', (select coalesce(json_agg(json_build_object('city', c.slug, 'consultation', n.number, 'since', s.since)
            order by s.since), '[]'::json) from subscription s join city c on c.id = s.city_id
            join consultation n on n.city_id = s.city_id and n.id = s.consultation_id where s.person_id = p.id),
          'organisations', (select coalesce(json_agg(json_build_object('city', c.slug, 'name', o.name, 'since', m.since)
            order by m.since), '[]'::json) from organisation_member m join city c on c.id = m.city_id
            join organisation o on o.city_id = m.city_id and o.id = m.organisation_id where m.person_id = p.id),
          'changes', (select coalesce(json_agg(json_build_object('city', c.slug, 'at', h.at, 'action', h.action, 'subject', h.subject)
            order by h.at, h.number), '[]'::json) from change h left join city c on c.id = h.city_id where h.person_id = p.id)
        ) as content
        from person p where p.id = ${personId} and p.erased_at is null`.execute(db)
      return rows[0]?.content ?? null
    },

    async keepDetails(personId: string, details: { name: string; language: Language }): Promise<void> {
      await db.updateTable('person').set(details).where('id', '=', personId).where('erased_at', 'is', null).execute()
    },

    /** False when somebody else has the address. */
    async keepEmail(personId: string, email: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('person')
        .set({ email })
        .where('id', '=', personId)
        .where('erased_at', 'is', null)
        .where(sql<boolean>`not exists (select 1 from person other where other.email = ${email} and other.id <> ${personId})`)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
