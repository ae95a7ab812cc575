-- Grades that later ones took the place of, with everything they consisted of: the columns of the tables they come from behind a version, 0 for the first.
create table earlier_grade (
    version integer not null,
    session text collate "C" not null,
    place integer not null,
    question text collate "C" not null,
    revision text collate "C" not null,
    alignment double precision not null,
    reference integer not null,
    grader text collate "C" not null,
    model text collate "C" not null,
    calibration text collate "C" not null,
    graded_at bigint not null,
    replaced_at bigint not null,
    primary key (version, session, place),
    foreign key (session, place) references asked (session, place) on delete cascade
);

create table earlier_finding (
    version integer not null,
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
    primary key (version, session, place, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

create table earlier_deduction (
    version integer not null,
    session text collate "C" not null,
    place integer not null,
    n integer not null,
    name text collate "C" not null,
    reason text collate "C" not null,
    amount double precision not null,
    primary key (version, session, place, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

create table earlier_doubt (
    version integer not null,
    session text collate "C" not null,
    place integer not null,
    n integer not null,
    sentence text collate "C" not null,
    primary key (version, session, place, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

create table earlier_evidence (
    version integer not null,
    session text collate "C" not null,
    place integer not null,
    part text collate "C" not null check (part in ('FINDING', 'DEDUCTION')),
    part_n integer not null,
    n integer not null,
    from_char integer not null,
    to_char integer not null,
    primary key (version, session, place, part, part_n, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

-- What goes with an answer that is deleted is found by it.
create index earlier_grade_of on earlier_grade (session, place);
