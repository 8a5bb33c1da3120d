-- Studies: `seq` is the number of the last revision; `deleted` is when it was, 0 where it was not.
CREATE TABLE study (
    id text NOT NULL PRIMARY KEY,
    title text NOT NULL,
    seq bigint NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    deleted bigint NOT NULL
);

CREATE TABLE person (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL UNIQUE,
    password text NOT NULL,
    created bigint NOT NULL
);

CREATE TABLE member (
    study text NOT NULL REFERENCES study (id),
    person text NOT NULL REFERENCES person (id),
    role text NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (study, person)
);
CREATE INDEX member_person ON member (person);

-- What a record is now; a deleted one stays, so that its return is seen.
CREATE TABLE record (
    study text NOT NULL REFERENCES study (id),
    kind text NOT NULL,
    id text NOT NULL,
    seq bigint NOT NULL,
    position double precision NOT NULL,
    deleted bigint NOT NULL,
    fields text NOT NULL,
    PRIMARY KEY (study, kind, id)
);
CREATE INDEX record_seq ON record (study, seq);

-- What every save left of a record. Nothing is ever taken out of here.
CREATE TABLE revision (
    study text NOT NULL REFERENCES study (id),
    seq bigint NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    position double precision NOT NULL,
    deleted bigint NOT NULL,
    fields text NOT NULL,
    author text NOT NULL REFERENCES person (id),
    at bigint NOT NULL,
    PRIMARY KEY (study, seq)
);
CREATE INDEX revision_record ON revision (study, kind, id, seq);

-- The bytes of carried files, by their SHA-256.
CREATE TABLE blob (
    study text NOT NULL REFERENCES study (id),
    hash text NOT NULL,
    bytes blob NOT NULL,
    PRIMARY KEY (study, hash)
);

-- Tokens are kept as their SHA-256.
CREATE TABLE invitation (
    hash text NOT NULL PRIMARY KEY,
    study text NOT NULL REFERENCES study (id),
    role text NOT NULL,
    author text NOT NULL REFERENCES person (id),
    created bigint NOT NULL,
    expires bigint NOT NULL,
    used bigint NOT NULL,
    used_by text NOT NULL
);
CREATE INDEX invitation_study ON invitation (study);

CREATE TABLE session (
    hash text NOT NULL PRIMARY KEY,
    person text NOT NULL REFERENCES person (id),
    created bigint NOT NULL,
    seen bigint NOT NULL,
    expires bigint NOT NULL
);
CREATE INDEX session_person ON session (person);

CREATE TABLE login_link (
    hash text NOT NULL PRIMARY KEY,
    person text NOT NULL REFERENCES person (id),
    expires bigint NOT NULL
);

CREATE TABLE api_token (
    hash text NOT NULL PRIMARY KEY,
    person text NOT NULL REFERENCES person (id),
    name text NOT NULL,
    created bigint NOT NULL,
    used bigint NOT NULL
);
CREATE INDEX api_token_person ON api_token (person);
