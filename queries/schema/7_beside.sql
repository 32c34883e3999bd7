-- 数字旁边要说明的事：归类依据、推算的件数、两份报告的不同说法；由 handling/derive 算出。 What is said beside figures; made by handling/derive.

create table crosswalk (           -- 一行一个类名和它归入的类 · one row: one name of an outcome class in reports, and the class it stands in
    label varchar not null,
    category varchar not null,
    rule varchar not null,           -- words furthest spans letter defined context: handling.derive.Placing
    words varchar not null,          -- those that decided
    primary key (label, category)
);

create table derived_count (     -- 一行一个推算的件数 · one row: a count that no report states (lead = all − joint), with its formula
    report_id varchar not null,
    unit_id varchar not null,
    year smallint,
    month tinyint,
    period varchar not null,
    instrument varchar not null,
    level varchar not null,
    role varchar not null,
    measure varchar not null,
    value double not null,
    formula varchar not null,
    figure_id varchar not null       -- the first of the stated figures that it follows from
);

create table conflict (          -- 一行一个有两种说法的数字 · one row: one figure of which another report states another value
    conflict_id integer not null,    -- numbers the groups of figures that speak of the same
    figure_id varchar not null,
    chosen boolean not null,         -- shown, by the rule
    rule varchar not null            -- what decided: whole_year own_publisher stated later order
);
