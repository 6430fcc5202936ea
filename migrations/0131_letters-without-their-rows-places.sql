-- Of a letter's rows the worker reads what they hold and nothing that the database keeps beside it: the transaction that wrote a row
-- and its place in the file would tell in which order, and so at what hour and beside which session, a shielded letter was handed in.
-- A column that is added to one of these tables is granted with it.
do $$
declare
  target regclass;
  columns text;
begin
  foreach target in array array['letter', 'letter_citation', 'letter_event']::regclass[] loop
    select string_agg(format('%I', attname), ', ' order by attnum) into columns
      from pg_attribute where attrelid = target and attnum > 0 and not attisdropped;
    execute format('revoke select on %s from customary_worker', target);
    execute format('grant select (%s) on %s to customary_worker', columns, target);
  end loop;
end $$;
