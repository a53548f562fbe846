-- Tiers that explain themselves: what people judge of a customer, what serving costs, rivals, marks on warnings.
-- Units as in 0003. Tiers, their history and pins are there since 0001; how a method is set is a setting of the book.

ALTER TABLE customers ADD COLUMN relationship_level TEXT CHECK (   -- NULL: the tier's
  relationship_level = 'basic' OR relationship_level = 'reactive' OR relationship_level = 'accountable' OR
  relationship_level = 'proactive' OR relationship_level = 'partnership');
ALTER TABLE customers ADD COLUMN referred_by_id TEXT REFERENCES customers(id);   -- 转介绍: who brought him
CREATE INDEX customers_referred_by ON customers(referred_by_id) WHERE referred_by_id IS NOT NULL;

ALTER TABLE tiers ADD COLUMN service_promise TEXT;     -- what its customers are promised

-- The day the goods came; from then on 负责型 and above are called within 7 days.
ALTER TABLE sales_orders ADD COLUMN delivered_on TEXT;

-- What people judge of a customer, one row each: parts of loyalty, the motive of the deal, trouble (domain §3, §4).
CREATE TABLE customer_assessments (
  id                 TEXT NOT NULL PRIMARY KEY,
  customer_id        TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  yearly_need_fen    INTEGER CHECK (yearly_need_fen > 0),   -- what he buys in a year from everybody; NULL: not known
  is_seasonal        INTEGER NOT NULL DEFAULT 0 CHECK (is_seasonal IN (0, 1)),
  price_sensitivity  INTEGER CHECK (price_sensitivity BETWEEN 1 AND 5),    -- 5: only the price counts
  choosing_time      INTEGER CHECK (choosing_time BETWEEN 1 AND 5),        -- 5: takes very long
  attitude_to_rivals INTEGER CHECK (attitude_to_rivals BETWEEN 1 AND 5),   -- 5: does not look at them
  fault_tolerance    INTEGER CHECK (fault_tolerance BETWEEN 1 AND 5),      -- 5: forgives a fault
  recommends         INTEGER CHECK (recommends BETWEEN 1 AND 5),           -- 5: speaks well of us to everybody
  deal_motive        TEXT,
  trouble_level      INTEGER CHECK (trouble_level BETWEEN 1 AND 5),        -- 5: very troublesome
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX customer_assessments_customer ON customer_assessments(customer_id);

-- Who else supplies him, and at what price.
CREATE TABLE rival_notes (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  rival         TEXT NOT NULL CHECK (length(rival) > 0),
  noted_on      TEXT NOT NULL,
  product       TEXT,
  unit_price_e4 INTEGER CHECK (unit_price_e4 >= 0),
  share_percent INTEGER CHECK (share_percent BETWEEN 0 AND 100),   -- of the customer's need
  note          TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX rival_notes_customer ON rival_notes(customer_id, noted_on);

-- 服务成本 and 让利 that stand on no order line: both count against profit (domain §5).
CREATE TABLE service_costs (
  id           TEXT NOT NULL PRIMARY KEY,
  customer_id  TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  kind         TEXT NOT NULL CHECK (kind = 'service' OR kind = 'concession'),
  on_day       TEXT NOT NULL,
  amount_fen   INTEGER NOT NULL CHECK (amount_fen > 0),
  what         TEXT NOT NULL CHECK (length(what) > 0),
  follow_up_id TEXT REFERENCES follow_ups(id),
  order_id     TEXT REFERENCES sales_orders(id),
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX service_costs_customer ON service_costs(customer_id, on_day);
CREATE INDEX service_costs_day ON service_costs(on_day);
CREATE INDEX service_costs_follow_up ON service_costs(follow_up_id);
CREATE INDEX service_costs_order ON service_costs(order_id);

-- What a person did about a warning: put off until a day, or seen to. The warning itself is worked out, never stored.
CREATE TABLE warning_marks (
  id          TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  code        TEXT NOT NULL CHECK (
    code = 'silent' OR code = 'no_order_for_long' OR code = 'sales_falling' OR code = 'overdue' OR code = 'over_limit'),
  state       TEXT NOT NULL CHECK (state = 'snoozed' OR state = 'done'),
  marked_on   TEXT NOT NULL,
  until_on    TEXT NOT NULL,                   -- it is silent up to this day and with it
  note        TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX warning_marks_customer ON warning_marks(customer_id, code, until_on);

-- Derived (db/search), as of the book's today and rebuilt at will: the warnings that are on, without those put off or
-- seen to. Their figures are worked out when they are read: kept here, each day would write every customer anew.
CREATE TABLE customer_warnings (
  customer_id TEXT NOT NULL,
  code        TEXT NOT NULL,
  owner_id    TEXT,                            -- the customer's
  rank        INTEGER NOT NULL,                -- larger comes first: key and pinned customers, then by how bad
  PRIMARY KEY (customer_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_warnings_rank ON customer_warnings(rank DESC, customer_id, code, owner_id);
CREATE INDEX customer_warnings_code ON customer_warnings(code, owner_id);
