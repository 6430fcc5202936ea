-- People marking contacts that a machine marked too. What is drawn, with what chance, who has it in hand, what they said.
-- The machine's marks stay as they are in `mark`; what people say is in `review_mark` alone.

-- What is drawn each week, for whom. A draw keeps what the plan said on its day, so a plan may be changed.
create table review_plan (
  org_id text not null,
  id text not null,
  name text not null,
  standards text[] not null check (cardinality(standards) between 1 and 10),
  -- Empty: everywhere, in every way.
  sites text[] not null,
  channels text[] not null,
  from_day date not null,
  a_week integer not null check (a_week between 0 and 5000),
  -- The part of what is drawn that is drawn evenly; the rest goes where the machine is least to be relied on.
  at_random double precision not null check (at_random > 0 and at_random <= 1),
  seen_by_two double precision not null check (seen_by_two >= 0 and seen_by_two <= 1),
  due_in_days integer not null check (due_in_days between 1 and 365),
  -- Ids of members; empty: whoever may review.
  reviewers text[] not null,
  -- What is put before reviewers on purpose, and how many of it a week: it enters no rate.
  targets text[] not null check (targets <@ array['atrocities', 'disputes', 'new-people']),
  targeted_a_week integer not null check (targeted_a_week between 0 and 1000),
  made_at timestamptz(3) not null,
  made_by text not null,
  ended_at timestamptz(3),
  ended_by text,
  primary key (org_id, id)
);
select customary_protect('review_plan', 'select, insert, update');

-- One draw: whoever has the frame and the seed draws the same again.
create table review_draw (
  org_id text not null,
  id text not null,
  plan_id text not null,
  -- The Monday of the week that it is counted to.
  week date not null,
  seed text not null,
  frame_digest text not null,
  frame_size integer not null,
  asked integer not null,
  drawn integer not null,
  targeted integer not null,
  -- What the plan said, and how many were drawn of each stratum.
  settings jsonb not null,
  drawn_at timestamptz(3) not null,
  drawn_by text not null,
  primary key (org_id, id),
  foreign key (org_id, plan_id) references review_plan (org_id, id)
);
create index review_draw_plan on review_draw (org_id, plan_id, drawn_at);
select customary_protect('review_draw', 'select, insert');

-- Every contact that could have been drawn, drawn or not, with its chance. A contact stands in one frame of a plan.
create table review_frame (
  org_id text not null,
  plan_id text not null,
  contact_id text not null,
  draw_id text not null,
  contact_version integer not null,
  probability double precision not null check (probability > 0 and probability <= 1),
  drawn boolean not null,
  -- For each standard that is asked of it, which stratum of the draw it was in: places in its settings.
  strata integer[] not null,
  primary key (org_id, plan_id, contact_id),
  foreign key (org_id, draw_id) references review_draw (org_id, id)
);
create index review_frame_contact on review_frame (org_id, contact_id);
create index review_frame_draw on review_frame (org_id, draw_id);
select customary_protect('review_frame', 'select, insert, delete');

-- Tasks of one contact whose marks are seen by nobody but whoever made them until it is closed: two reviewers' once both are
-- in, a calibration's once it is revealed.
create table review_blind (
  org_id text not null,
  id text not null,
  contact_id text not null,
  closes text not null check (closes in ('when-all-are-in', 'when-told')),
  closed_at timestamptz(3),
  primary key (org_id, id)
);
create index review_blind_contact on review_blind (org_id, contact_id);
select customary_protect('review_blind');

create table review_task (
  org_id text not null,
  id text not null,
  purpose text not null check (purpose in ('plan', 'targeted', 'second', 'adjudication', 'calibration', 'dispute')),
  plan_id text,
  draw_id text,
  blind_id text,
  contact_id text not null,
  contact_version integer not null,
  -- [{"standard": id, "version": ...}], in the order in which they are asked.
  standards jsonb not null,
  probability double precision check (probability > 0 and probability <= 1),
  -- Why it was put before reviewers on purpose: atrocities, disputes, new-people.
  target text,
  -- Only this member may take it; null: whoever the plan names.
  meant_for text,
  -- What asked for it where no plan did: a calibration, a dispute.
  source_id text,
  due date not null,
  made_at timestamptz(3) not null,
  -- Who has it in hand, and until when: after that anybody may take it.
  reviewer text,
  held_until timestamptz(3),
  done_at timestamptz(3),
  seconds integer,
  -- Taken out of the queue undone: its plan ended, or its contact changed.
  ended_at timestamptz(3),
  primary key (org_id, id),
  foreign key (org_id, plan_id) references review_plan (org_id, id),
  foreign key (org_id, draw_id) references review_draw (org_id, id),
  foreign key (org_id, blind_id) references review_blind (org_id, id)
);
create index review_task_waiting on review_task (org_id, due, id) where done_at is null and ended_at is null;
create index review_task_reviewer on review_task (org_id, reviewer, done_at);
create index review_task_contact on review_task (org_id, contact_id);
create index review_task_plan on review_task (org_id, plan_id);
create index review_task_source on review_task (org_id, source_id) where source_id is not null;
-- Nobody has two tasks of one contact that are blind to each other.
create unique index review_task_blind on review_task (org_id, blind_id, reviewer) where reviewer is not null;
select customary_protect('review_task');

-- What a reviewer has written so far: theirs alone, kept as they go.
create table review_draft (
  org_id text not null,
  task_id text not null,
  reviewer text not null,
  marks jsonb not null,
  seconds integer not null,
  -- Counts from 1: who began from an older one wrote in another window meanwhile.
  revision integer not null,
  kept_at timestamptz(3) not null,
  primary key (org_id, task_id, reviewer),
  foreign key (org_id, task_id) references review_task (org_id, id)
);
select customary_protect('review_draft');

-- Who would not or could not review a task, and why: it doesn't come to them again.
create table review_skip (
  org_id text not null,
  task_id text not null,
  reviewer text not null,
  because text not null,
  at timestamptz(3) not null,
  primary key (org_id, task_id, reviewer),
  foreign key (org_id, task_id) references review_task (org_id, id)
);
select customary_protect('review_skip');

-- What a person said of one standard in one contact. Quotes by their places, never copied.
create table review_mark (
  org_id text not null,
  id text not null,
  task_id text not null,
  blind_id text,
  contact_id text not null,
  contact_version integer not null,
  standard text not null,
  standard_version text not null,
  reviewer text not null,
  verdict text not null check (verdict in ('met', 'failed', 'not-applicable', 'unsure')),
  evidence jsonb not null,
  comment text,
  purpose text not null check (purpose in ('plan', 'targeted', 'second', 'adjudication', 'calibration', 'dispute')),
  probability double precision check (probability > 0 and probability <= 1),
  at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, task_id) references review_task (org_id, id),
  foreign key (org_id, blind_id) references review_blind (org_id, id)
);
create unique index review_mark_once on review_mark (org_id, task_id, standard);
create index review_mark_contact on review_mark (org_id, contact_id, standard);
create index review_mark_standard on review_mark (org_id, standard, at);
select customary_protect('review_mark', 'select, insert, delete');
