-- 每份报告能说出的比率和它的口径，由 handling/derive 从数字算出。 The rates that a report tells, with their definition; made by handling/derive.
-- What the columns mean: handling.derive.Rate. x, n are NULL where unknown; …_figure is NULL where no single figure says it.

create table rate (              -- 一行一份报告的一个单位、一股件的一种口径 · one row: one kind of rate of one stream of one report's unit
    report_id varchar not null,
    unit_id varchar not null,
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    year smallint,
    month tinyint,
    period varchar not null,
    instrument varchar not null,
    level varchar not null,
    role varchar not null,
    measure varchar not null,
    category varchar not null,
    qualifier varchar not null,
    label varchar not null,
    kind varchar not null,           -- measure.counted[.round][.aspect]: only rates of one kind are compared
    counted_by varchar not null,
    x integer,
    n integer,
    pct double not null,
    pct_basis varchar not null,      -- stated implied derived
    x_basis varchar not null,        -- stated sum implied derived ''
    n_basis varchar not null,
    base varchar not null,
    base_by varchar not null,
    base_words varchar not null,
    received integer,                -- items of the same stream, as the report states them for a whole year
    over varchar not null,           -- the base for pooling: 'all' where n is all items received, by whatever name; 'lead', 'joint' where all of that role; else the base
    formula varchar not null,
    siblings boolean not null,       -- the report tells this kind of another stream of the unit in that year
    comparable boolean not null,
    reason_not varchar not null,
    doubted boolean not null,
    stands_back boolean not null,    -- another report speaks of the same, and is shown by the rule of handling/derive/choice.py
    conflicts boolean not null,      -- another report gives another value
    pct_figure varchar,
    x_figure varchar,
    n_figure varchar,
    sentence_figure varchar          -- whose sentence tells the rate; of a computed one all that it is made of, with ~ between them
);

-- How a count beside a rate is known, for people: worked back from a rate that the report prints, or from one that its words imply. NULL: not known.
create macro count_basis(basis, pct_basis) as
    case when basis = 'derived' and pct_basis = 'implied' then 'derived_implied' else nullif(basis, '') end;

create macro rates_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select q.*
    from rate as q
    where is_of(q.year, q.region_id, q.prefecture_id, q.province_id, q.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(q.instrument, q.level, q.role, instruments, levels, roles)
      and q.unit_id <> '';

-- Whether the items that one unit handled are among those of another of the same region: a bureau's among its government's, both among
-- the proposals that the CPPCC filed and the suggestions that the congress handed on.
create macro holds(outer_kind, inner_kind, inner_instrument) as
    (outer_kind = 'government' and inner_kind in ('bureau', 'town'))
    or (outer_kind = 'cppcc' and inner_kind not in ('cppcc', 'congress') and inner_instrument in ('proposal', 'combined'))
    or (outer_kind = 'congress' and inner_kind not in ('cppcc', 'congress') and inner_instrument in ('suggestion', 'combined'));

-- Whether two streams may have items in common: 建议提案合计 has some in common with either, and an unsaid level or role with every one.
create macro overlap(instrument, level, role, other_instrument, other_level, other_role) as
    (instrument = other_instrument
        or (instrument = 'combined' and other_instrument in ('suggestion', 'proposal', 'motion'))
        or (other_instrument = 'combined' and instrument in ('suggestion', 'proposal', 'motion')))
    and (level = other_level or level = '' or other_level = '')
    and (role = other_role or role = '' or other_role = '');

-- Only rates over one base are pooled and judged together: of each kind those over what most reports' comparable rates are over;
-- where none can be compared, most of those with a count worked back, which a reader may pool.
create macro bases_in_scope(kinds, year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select q.kind, q.over
    from rates_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as q
    where list_contains(kinds, q.kind) and (q.comparable or q.reason_not = 'derived_count') and not q.stands_back
    group by q.kind, q.over
    qualify row_number() over (
        partition by q.kind
        order by count(distinct q.report_id) filter (where q.comparable) desc, count(distinct q.unit_id) filter (where q.comparable) desc,
            q.over = 'all' desc, count(*) desc, q.over
    ) = 1;
