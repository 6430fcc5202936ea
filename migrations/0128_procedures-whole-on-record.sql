-- A procedure on record says all that it says: its kind and trigger, and of each step who does it, the words to use, how far one
-- may go and what can go wrong. What isn't said stands nowhere, so that rows of before are as they were.

create or replace function record_document(of text, whole jsonb) returns jsonb language sql stable as $$
  select (whole - 'kind') || case when of = 'policies' then
    coalesce((select jsonb_build_object('class', v.class, 'legal_basis', v.legal_basis) from policy_version v
      where v.org_id = customary_org() and v.id = whole ->> 'id' and v.version = whole ->> 'version'), '{}')
    || jsonb_build_object('parts', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.words, 'serves', c.serves, 'obstructs', c.obstructs) order by c.position)
      from policy_clause c where c.org_id = customary_org() and c.policy_id = whole ->> 'id' and c.version = whole ->> 'version'), '[]'))
  else
    coalesce((select jsonb_build_object('task', v.task) || jsonb_strip_nulls(jsonb_build_object('sort', v.sort, 'trigger', v.trigger)) from procedure_version v
      where v.org_id = customary_org() and v.id = whole ->> 'id' and v.version = whole ->> 'version'), '{}')
    || jsonb_build_object('parts', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', s.id, 'text', s.words, 'serves', s.serves, 'obstructs', s.obstructs,
        'actor', s.actor, 'say', s.say, 'limit', s.authority_limit, 'goes_wrong', s.goes_wrong)) order by s.position)
      from procedure_step s where s.org_id = customary_org() and s.procedure_id = whole ->> 'id' and s.version = whole ->> 'version'), '[]'))
  end
$$;
