-- The tables as SQLite has them, under the same names. Ids are text, times are UTC epoch milliseconds, durations are milliseconds; texts are ordered by their code points, whatever the
-- language of the database.

-- A question as it was asked; of no candidate. The snapshot is the SHA-256 of the content, because the revision covers only what a grade depends on.
create table question_revision (
    snapshot text collate "C" not null primary key,
    question text collate "C" not null,
    revision text collate "C" not null,
    format integer not null,
    content text collate "C" not null
);

create table session (
    id text collate "C" not null primary key,
    candidate text collate "C" not null,
    state text collate "C" not null check (state in ('IN_PROGRESS', 'SUBMITTED', 'GRADED')),
    -- the blueprint
    mode text collate "C" not null,
    quotas text collate "C" not null,
    picked text collate "C" not null,
    questions integer not null,
    pace text collate "C" not null check (pace in ('SUGGESTED', 'TIMED', 'UNTIMED')),
    pace_factor double precision,
    pace_ms bigint,
    seed bigint not null,
    started_at bigint not null,
    -- in progress: a deadline while the clock runs, left and stopped while it does not, none of them without a clock
    deadline_at bigint,
    left_ms bigint,
    stopped_at bigint,
    paused_ms bigint not null,
    pauses integer,
    pen text collate "C",
    -- over
    ended_at bigint,
    ended_by text collate "C",
    -- the line of the history, written with whatever it is made of
    topics text collate "C" not null,
    answered integer not null,
    score double precision,
    score_low double precision,
    score_high double precision,
    scored integer,
    unique (id, candidate),
    check ((state = 'IN_PROGRESS') = (ended_at is null))
);

create index session_history on session (candidate, started_at, id);
create index session_deadline on session (deadline_at) where deadline_at is not null;

-- One question of a session: its draft, then what was handed in and where its grading stands.
create table asked (
    session text collate "C" not null,
    place integer not null,
    candidate text collate "C" not null,
    question text collate "C" not null,
    revision text collate "C" not null,
    snapshot text collate "C" not null references question_revision (snapshot),
    asked_at bigint not null,
    draft_text text collate "C" not null,
    draft_revision bigint not null,
    draft_saved_at bigint not null,
    draft_flagged boolean not null,
    draft_confidence text collate "C" not null,
    draft_spent_ms bigint not null,
    attempt text collate "C" check (attempt in ('ANSWERED', 'EMPTY')),
    attempt_text text collate "C",
    attempt_at bigint,
    attempt_spent_ms bigint,
    attempt_confidence text collate "C",
    outcome text collate "C" check (outcome in ('OWED', 'MARKED', 'SELF_OWED', 'SELF_MARKED')),
    outcome_at bigint,
    self_score double precision,
    primary key (session, place),
    foreign key (session, candidate) references session (id, candidate) on delete cascade,
    check ((attempt is null) = (outcome is null))
);

create index asked_question on asked (candidate, question, asked_at);
create index asked_owed on asked (session) where outcome = 'OWED';
create index asked_snapshot on asked (snapshot);

-- An attempt as memory sees it: what counts, corrections applied. Derived; written with whatever it is made of.
create table review (
    session text collate "C" not null,
    place integer not null,
    candidate text collate "C" not null,
    question text collate "C" not null,
    revision text collate "C" not null,
    handed_in_at bigint not null,
    score double precision not null,
    missed text collate "C" not null,
    primary key (session, place),
    foreign key (session, place) references asked (session, place) on delete cascade
);

create index review_of on review (candidate, handed_in_at, session, place);

-- A grade with its figures.
create table grade (
    session text collate "C" not null,
    place integer not null,
    question text collate "C" not null,
    revision text collate "C" not null,
    alignment double precision not null,
    reference integer not null,
    grader text collate "C" not null,
    model text collate "C" not null,
    calibration text collate "C" not null,
    primary key (session, place),
    foreign key (session, place) references asked (session, place) on delete cascade
);

-- What a grade consists of, numbered in its order.
create table finding (
    session text collate "C" not null,
    place integer not null,
    n integer not null,
    verdict text collate "C" not null check (verdict in ('COVERED', 'PARTIAL', 'MISSING', 'CONTRADICTED')),
    point text collate "C" not null,
    statement text collate "C" not null,
    share double precision not null,
    automatic boolean not null,
    earned double precision not null,
    similarity double precision not null,
    wording text collate "C" not null,
    reason text collate "C",
    primary key (session, place, n),
    foreign key (session, place) references grade (session, place) on delete cascade
);

create table deduction (
    session text collate "C" not null,
    place integer not null,
    n integer not null,
    name text collate "C" not null,
    reason text collate "C" not null,
    amount double precision not null,
    primary key (session, place, n),
    foreign key (session, place) references grade (session, place) on delete cascade
);

create table doubt (
    session text collate "C" not null,
    place integer not null,
    n integer not null,
    sentence text collate "C" not null,
    primary key (session, place, n),
    foreign key (session, place) references grade (session, place) on delete cascade
);

-- The words of an answer that a finding or a deduction is about.
create table evidence (
    session text collate "C" not null,
    place integer not null,
    part text collate "C" not null check (part in ('FINDING', 'DEDUCTION')),
    part_n integer not null,
    n integer not null,
    from_char integer not null,
    to_char integer not null,
    primary key (session, place, part, part_n, n),
    foreign key (session, place) references grade (session, place) on delete cascade
);

create table correction (
    session text collate "C" not null,
    n integer not null,
    candidate text collate "C" not null,
    place integer not null,
    point text collate "C" not null,
    kind text collate "C" not null check (kind in ('GIVEN', 'WITHDRAWN')),
    credit double precision,
    quote text collate "C",
    said_at bigint not null,
    primary key (session, n),
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);

create table kept_version (
    session text collate "C" not null,
    n integer not null,
    candidate text collate "C" not null,
    place integer not null,
    content text collate "C" not null,
    kept_at bigint not null,
    why text collate "C" not null,
    primary key (session, n),
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);

create table note (
    candidate text collate "C" not null,
    question text collate "C" not null,
    content text collate "C" not null,
    primary key (candidate, question)
);

create table setting (
    candidate text collate "C" not null,
    name text collate "C" not null,
    content text collate "C" not null,
    primary key (candidate, name)
);
