-- 数据仓库的表。 The tables of the warehouse. One row: as each table's comment says.
-- '' in a text column means "not said"; NULL in a number means 未公布 (not reported). Nothing is ever 0 unless a report says 0.

create table region (            -- 一行一个地区 · one region: all of data/vocabulary, and those met in reports that it does not know
    region_id varchar primary key,   -- GB/T 2260 code, or the name where it has none
    region_name varchar not null,    -- 市中区
    region_label varchar not null,   -- unique, for people and URLs: 市中区（济南市）
    full_name varchar not null,      -- 山东省济南市市中区
    level varchar not null,          -- national provincial prefectural county township, '' unknown
    prefecture_id varchar not null,  -- '' where there is none
    province_id varchar not null,    -- '' where unknown
    sort_key varchar not null,       -- official order: the code; unknown ones last
    initials varchar not null        -- pinyin initials, lower case
);

create table unit (              -- 一行一个单位 · one handling unit
    unit_id varchar primary key,     -- region_id:unit_name
    unit_name varchar not null,      -- 章丘区人民政府
    unit_label varchar not null,     -- unique: with the region above in brackets where the name is not
    short_name varchar not null,     -- for charts and sentences: 章丘区政府, 楚雄市发展和改革局
    unit_kind varchar not null,      -- government bureau cppcc congress hotline party court town other
    bureau_kind varchar not null,    -- data/vocabulary/bureaus.csv, '' where it is no bureau
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    initials varchar not null
);

create table report (            -- 一行一份报告 · one report
    report_id varchar primary key,
    report_no integer not null,      -- its place in lists of reports: imports first, then the newest year; numbers are quicker to group by than ids
    title varchar not null,
    publisher varchar not null,
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    kind varchar not null,           -- bureau government cppcc congress bulletin hotline
    year smallint,
    published varchar not null,      -- ISO date or ''
    url varchar not null,
    source_checked boolean not null,
    origin varchar not null,         -- published (ships with the product) · imported
    document_id varchar,             -- NULL where the text is not here
    imported_at timestamp,
    file_name varchar not null,
    is_sample boolean not null       -- made up for trying an import: shown, never counted or compared
);

create table document (          -- 一行一个原件 · one file as read
    document_id varchar primary key,
    name varchar not null,
    format varchar not null,
    reader varchar not null,
    text varchar not null,
    blocks varchar not null          -- JSON list of blocks
);

create table figure (            -- 一行一个数字 · one figure (columns of docs/domain.md)
    figure_id varchar not null,      -- unique by its making; an index on it would double the file
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
    part boolean not null,
    label varchar not null,
    value double not null,
    scale varchar not null,
    basis varchar not null,
    number_start integer,            -- NULL for shipped figures
    number_end integer,
    sentence_start integer,
    sentence_end integer,
    rule varchar not null,
    confidence float not null,
    reason varchar not null,
    position integer not null        -- order inside the report, from 0
);

create table item (              -- 一行一条提案或建议 · one named item
    item_id varchar primary key,
    report_id varchar not null,
    unit_id varchar not null,
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    year smallint,
    number varchar not null,
    title varchar not null,
    proposers varchar not null,
    instrument varchar not null,
    is_key boolean not null,
    topic varchar not null,
    subtopic varchar not null,
    topic_words varchar not null,
    span_start integer,
    span_end integer
);

create table finding (           -- 一行一个核查发现 · one finding
    finding_id varchar primary key,
    report_id varchar not null,
    kind varchar not null,
    severity varchar not null,
    facts varchar not null,          -- JSON object of strings
    spans varchar not null,          -- JSON list of [start, end]
    figure_ids varchar not null      -- JSON list
);

create table vocabulary (        -- 一行一个词条 · display names and order of every class, from data/vocabulary
    field varchar not null,          -- measure category:outcome category:satisfaction topic instrument level role qualifier unit_kind bureau_kind …
    id varchar not null,
    zh varchar not null,
    en varchar not null,
    position integer not null,
    primary key (field, id)
);

create table meta (key varchar primary key, value varchar not null);   -- 一行一项 · data_version (as in the file's name), built_at
