-- Derived (db/search), rebuilt at will: what each order came to. The sales of 100,000 customers over any span are then one
-- walk along one index, instead of a look at every line that was ever sold.
CREATE TABLE order_sums (
  order_id     TEXT NOT NULL PRIMARY KEY,
  doc          INTEGER NOT NULL,               -- of customer_list: the customer
  issued_day   INTEGER NOT NULL,               -- days since 1970-01-01, as the next
  voided_day   INTEGER,
  sales_fen    INTEGER NOT NULL,
  cost_fen     INTEGER NOT NULL,               -- of the goods, rounded once per line; lines without a cost count 0
  uncosted_fen INTEGER NOT NULL                -- sales of lines whose cost is not known
) STRICT;

INSERT INTO order_sums (order_id, doc, issued_day, voided_day, sales_fen, cost_fen, uncosted_fen)
SELECT sale.id, listed.doc,
  CAST(julianday(sale.issued_on) - 2440587.5 AS INTEGER), CAST(julianday(sale.voided_on) - 2440587.5 AS INTEGER),
  ifnull(sum(line.amount_fen), 0),
  ifnull(sum(CAST(round(line.cost_e4 * line.quantity_e3 / 100000.0) AS INTEGER)), 0),
  ifnull(sum(iif(line.cost_e4 IS NULL, line.amount_fen, 0)), 0)
FROM sales_orders AS sale
JOIN customer_list AS listed ON listed.customer_id = sale.customer_id
LEFT JOIN sales_order_lines AS line ON line.order_id = sale.id AND line.deleted_at IS NULL
WHERE sale.deleted_at IS NULL
GROUP BY sale.id;

-- Everything that is asked of a customer's orders, in the order in which it is asked.
CREATE INDEX order_sums_customer ON order_sums(doc, issued_day, voided_day, sales_fen, cost_fen, uncosted_fen);

CREATE INDEX order_sums_voided ON order_sums(voided_day, issued_day, doc) WHERE voided_day IS NOT NULL;

-- The few that methods pass by.
CREATE INDEX customers_pinned ON customers(id) WHERE tier_pinned_reason IS NOT NULL;
