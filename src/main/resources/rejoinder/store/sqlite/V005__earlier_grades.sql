-- Grades that later ones took the place of, with everything they consisted of: the columns of the tables they come from behind a version, 0 for the first.
create table earlier_grade (
    version integer not null,
    session text not null,
    place integer not null,
    question text not null,
    revision text not null,
    alignment not null,
    reference integer not null,
    grader text not null,
    model text not null,
    calibration text not null,
    graded_at bigint not null,
    replaced_at bigint not null,
    primary key (version, session, place),
    foreign key (session, place) references asked (session, place) on delete cascade
);

create table earlier_finding (
    version integer not null,
    session text not null,
    place integer not null,
    n integer not null,
    verdict text not null check (verdict in ('COVERED', 'PARTIAL', 'MISSING', 'CONTRADICTED')),
    point text not null,
    statement text not null,
    share not null,
    automatic boolean not null,
    earned not null,
    similarity not null,
    wording text not null,
    reason text,
    primary key (version, session, place, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

create table earlier_deduction (
    version integer not null,
    session text not null,
    place integer not null,
    n integer not null,
    name text not null,
    reason text not null,
    amount not null,
    primary key (version, session, place, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

create table earlier_doubt (
    version integer not null,
    session text not null,
    place integer not null,
    n integer not null,
    sentence text not null,
    primary key (version, session, place, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);

create table earlier_evidence (
    version integer not null,
    session text not null,
    place integer not null,
    part text not null check (part in ('FINDING', 'DEDUCTION')),
    part_n integer not null,
    n integer not null,
    from_char integer not null,
    to_char integer not null,
    primary key (version, session, place, part, part_n, n),
    foreign key (version, session, place) references earlier_grade (version, session, place) on delete cascade
);
