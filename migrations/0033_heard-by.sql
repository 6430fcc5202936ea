-- Who wrote down what was said: `recogniser` or `person`; null where it isn't known, as for everything read before.
alter table contact add column heard_by text;
