-- Which standards the organisation keeps: ids, and names of packs for all of theirs; null: every one that there is.
alter table organisation add column standards text[];
