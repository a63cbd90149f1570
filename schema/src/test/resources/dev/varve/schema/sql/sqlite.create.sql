CREATE TABLE IF NOT EXISTS departments (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  head_id INTEGER,
  CONSTRAINT departments_head_id_fkey FOREIGN KEY (head_id) REFERENCES employees (id) ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS departments_head_id_key ON departments (head_id);

CREATE TABLE IF NOT EXISTS employees (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  department_id   INTEGER NOT NULL,
  boss_id         INTEGER,
  CONSTRAINT employees_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES employees (id) ON DELETE RESTRICT,
  CONSTRAINT employees_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments (id)
) STRICT;
CREATE INDEX IF NOT EXISTS employees_department_id_idx ON employees (department_id);

-- Somebody who can buy; it's "them".
CREATE TABLE IF NOT EXISTS customers (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Where invoices go.
  -- Unique.
  email           TEXT NOT NULL,
  phone           TEXT,
  tier            TEXT DEFAULT 'FREE' NOT NULL,
  created_at      TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')) NOT NULL,
  support_rep_id  INTEGER,
  CONSTRAINT customers_email_type_check CHECK (length(email) <= 320),
  CONSTRAINT customers_tier_check CHECK (tier IN ('FREE', 'PRO')),
  CONSTRAINT customers_email_check1 CHECK (email LIKE '%@%'),
  CONSTRAINT customers_support_rep_id_fkey FOREIGN KEY (support_rep_id) REFERENCES employees (id) ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS customers_email_key ON customers (email);
CREATE UNIQUE INDEX IF NOT EXISTS customers_lower_idx ON customers (lower(email)) WHERE phone IS NOT NULL;
CREATE INDEX IF NOT EXISTS customers_support_rep_id_idx ON customers (support_rep_id);

-- Each type once.
CREATE TABLE IF NOT EXISTS everything (
  id          TEXT NOT NULL,
  int16       INTEGER,
  float32     REAL,
  float64     REAL,
  whole       TEXT DEFAULT '12345678901234567890' NOT NULL,
  amount      TEXT,
  grade       TEXT,
  local       TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000', 'now')) NOT NULL,
  day         TEXT DEFAULT (strftime('%Y-%m-%d', 'now')) NOT NULL,
  at          TEXT DEFAULT (strftime('%H:%M:%f000', 'now')) NOT NULL,
  lasts       TEXT,
  every       TEXT,
  bytes       BLOB,
  host        TEXT,
  document    TEXT DEFAULT '{}' NOT NULL,
  days        TEXT DEFAULT '[]' NOT NULL,
  tiers       TEXT,
  token       TEXT DEFAULT (hex(randomblob(16))) NOT NULL,
  half        INTEGER GENERATED ALWAYS AS (int16 / 2) STORED NOT NULL,
  kind        ANY,
  CONSTRAINT everything_pkey PRIMARY KEY (id),
  CONSTRAINT everything_whole_type_check CHECK (json_valid(whole) AND whole NOT GLOB '*[^0-9-]*'),
  CONSTRAINT everything_amount_type_check CHECK (amount IS NULL OR json_valid(amount) AND amount NOT GLOB '*[^0-9.-]*'),
  CONSTRAINT everything_grade_type_check CHECK (length(grade) = 1),
  CONSTRAINT everything_document_type_check CHECK (json_valid(document)),
  CONSTRAINT everything_days_type_check CHECK (json_valid(days) AND json_type(days) = 'array'),
  CONSTRAINT everything_tiers_check CHECK (tiers IS NULL OR json_valid(tiers) AND json_type(tiers) = 'array'),
  CONSTRAINT everything_id_check CHECK (id GLOB '[a-z]*')
) STRICT;

CREATE TABLE IF NOT EXISTS "order" (
  id          TEXT DEFAULT (lower(printf('%s-%s-4%.3s-%s%.3s-%s', hex(randomblob(4)), hex(randomblob(2)), hex(randomblob(2)), substr('89AB', 1 + (random() & 3), 1), hex(randomblob(2)), hex(randomblob(6))))) NOT NULL,
  customer_id INTEGER NOT NULL,
  "Note"      TEXT,
  open        INTEGER DEFAULT 1 NOT NULL,
  placed_on   TEXT NOT NULL,
  CONSTRAINT order_pkey PRIMARY KEY (id),
  CONSTRAINT order_id_type_check CHECK (length(id) = 36),
  CONSTRAINT order_open_type_check CHECK (open IN (0, 1)),
  CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX IF NOT EXISTS order_customer_id_placed_on_idx ON "order" (customer_id, placed_on DESC, open);
CREATE UNIQUE INDEX IF NOT EXISTS order_placed_on_idx ON "order" (placed_on) WHERE open;

-- A line.
--
-- > varve:transaction none
CREATE TABLE IF NOT EXISTS order_lines (
  order_id    TEXT NOT NULL,
  number      INTEGER NOT NULL,
  quantity    INTEGER NOT NULL,
  unit_price  TEXT DEFAULT '0.00' NOT NULL,
  total       TEXT GENERATED ALWAYS AS (CASE WHEN (quantity * CAST(unit_price AS REAL)) IS NOT NULL THEN printf('%.2f', quantity * CAST(unit_price AS REAL)) END) STORED NOT NULL,
  CONSTRAINT order_lines_pkey PRIMARY KEY (order_id, number),
  CONSTRAINT order_lines_order_id_type_check CHECK (length(order_id) = 36),
  CONSTRAINT order_lines_unit_price_type_check CHECK (json_valid(unit_price) AND unit_price NOT GLOB '*[^0-9.-]*' AND instr(ltrim(unit_price, '-0') || '.', '.') <= 9 AND length(unit_price) - instr(unit_price || '.', '.') <= 2),
  CONSTRAINT order_lines_total_type_check CHECK (json_valid(total) AND total NOT GLOB '*[^0-9.-]*' AND instr(ltrim(total, '-0') || '.', '.') <= 11 AND length(total) - instr(total || '.', '.') <= 2),
  CONSTRAINT order_lines_check CHECK (quantity > 0 AND number > 0),
  CONSTRAINT order_lines_quantity_max_check CHECK (quantity <= 1000),
  CONSTRAINT order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE IF NOT EXISTS tags (
  name    TEXT NOT NULL,
  CONSTRAINT tags_pkey PRIMARY KEY (name),
  CONSTRAINT tags_name_type_check CHECK (length(name) <= 40)
) STRICT;

CREATE TABLE IF NOT EXISTS order_tags (
  order_id    TEXT NOT NULL,
  tag_name    TEXT NOT NULL,
  CONSTRAINT order_tags_pkey PRIMARY KEY (order_id, tag_name),
  CONSTRAINT order_tags_order_id_type_check CHECK (length(order_id) = 36),
  CONSTRAINT order_tags_tag_name_type_check CHECK (length(tag_name) <= 40),
  CONSTRAINT order_tags_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
  CONSTRAINT order_tags_tag_name_fkey FOREIGN KEY (tag_name) REFERENCES tags (name) ON DELETE CASCADE
) STRICT;
CREATE INDEX IF NOT EXISTS order_tags_tag_name_idx ON order_tags (tag_name);

CREATE TABLE IF NOT EXISTS billing_invoices (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id    TEXT NOT NULL,
  line        INTEGER NOT NULL,
  mood        TEXT DEFAULT 'FINE' NOT NULL,
  CONSTRAINT invoices_order_id_type_check CHECK (length(order_id) = 36),
  CONSTRAINT invoices_mood_type_check CHECK (mood IN ('FINE', 'it''s "odd"')),
  CONSTRAINT invoices_order_id_line_fkey FOREIGN KEY (order_id, line) REFERENCES order_lines (order_id, number)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS billing_invoices_mood_key ON billing_invoices (mood, id);
CREATE INDEX IF NOT EXISTS billing_invoices_order_id_line_idx ON billing_invoices (order_id, line);
