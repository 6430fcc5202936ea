-- Holds that a source doesn't tell of are not known; none told is not "none". No reader told of holds before this.
alter table contact alter column holds drop not null;
alter table contact alter column holds type jsonb using nullif(holds, '[]'::jsonb);
