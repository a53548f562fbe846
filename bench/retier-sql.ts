/*
 * The methods of domain §4 as one statement each, with window functions, over the tiers a new book has. Bound: `:d` the day,
 * `:year` and `:before` 12 and 24 months earlier, `:newest` the last day on which a customer without orders is not new; in
 * the statements over sums, the same days as numbers under `:n_…`.
 */

/** From the lines of orders, as somebody would who keeps no sums of them. */
const soldInLines = `
  sold AS (
    SELECT customer_id AS whose, count(*) AS n, julianday(max(issued_on)) AS last, julianday(min(issued_on)) AS first,
      sum(issued_on > :year) AS year_n, sum(iif(issued_on > :year, fen, 0)) AS year_fen, sum(fen) AS ever_fen,
      sum(iif(issued_on <= :year AND issued_on > :before, fen, 0)) AS before_fen
    FROM (
      SELECT sale.customer_id, sale.issued_on, ifnull(sum(line.amount_fen), 0) AS fen
      FROM sales_orders sale LEFT JOIN sales_order_lines line ON line.order_id = sale.id AND line.deleted_at IS NULL
      WHERE sale.issued_on <= :d AND (sale.voided_on IS NULL OR sale.voided_on > :d) AND sale.deleted_at IS NULL
      GROUP BY sale.id)
    GROUP BY customer_id)`;

/** From the same sums of orders that we read. */
const soldInSums = (columns: string) => `
  sold AS (
    SELECT doc AS whose, count(*) AS n, ${columns}
    FROM order_sums INDEXED BY order_sums_customer
    WHERE issued_day <= :n_d AND (voided_day IS NULL OR voided_day > :n_d)
    GROUP BY doc)`;
const inYear = 'sum(iif(issued_day > :n_year, sales_fen, 0)) AS year_fen';
const ever = 'max(issued_day) + 2440587.5 AS last, sum(sales_fen) AS ever_fen';
const scoredSums = `${inYear}, min(issued_day) + 2440587.5 AS first, sum(issued_day > :n_year) AS year_n,
  sum(iif(issued_day <= :n_year AND issued_day > :n_before, sales_fen, 0)) AS before_fen`;

const facts = (whose: 'listed.doc' | 'listed.customer_id', sums: string) => `
  back AS (
    SELECT customer_id, sum(iif(on_day > :year, amount_fen, 0)) AS year_fen, sum(amount_fen) AS ever_fen,
      sum(iif(on_day <= :year AND on_day > :before, amount_fen, 0)) AS before_fen
    FROM settlement_sources WHERE kind = 'return' AND on_day <= :d AND (voided_on IS NULL OR voided_on > :d)
      AND deleted_at IS NULL GROUP BY customer_id),
  facts AS MATERIALIZED (
    SELECT listed.customer_id AS id, ifnull(sold.n, 0) AS n, ${sums},
      listed.customer_id IN (SELECT id FROM customers WHERE tier_pinned_reason IS NOT NULL) OR
        (sold.n IS NULL AND date(listed.created_at, '+8 hours') > :newest) AS is_left
    FROM customer_list listed LEFT JOIN sold ON sold.whose = ${whose}
      LEFT JOIN back ON back.customer_id = listed.customer_id
    WHERE +listed.is_live = 1)`;
const less = (column: string) => `max(0, ifnull(sold.${column}, 0) - ifnull(back.${column}, 0))`;
const sales = `${less('year_fen')} AS sales`;
const rfmFacts = `julianday(:d) - sold.last AS days, ${less('ever_fen')} AS ever`;
const scoreFacts = `${sales}, ifnull(sold.year_n, 0) AS year_n, ${less('before_fen')} AS before, date(sold.first) AS first`;

const byThresholds = `
  SELECT id, iif(n > 0, iif(sales >= 10000000, 0, iif(sales >= 3000000, 1, iif(sales >= 500000, 2, 3))), 3)
  FROM facts WHERE NOT is_left`;

const byShare = `
  SELECT id, iif(sales = 0, 3, iif(before * 100 < 80 * total, 0, iif(before * 100 < 95 * total, 1, 2))) FROM (
    SELECT id, is_left, sales, sum(sales) OVER () AS total,
      ifnull(sum(sales) OVER (ORDER BY sales DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM facts)
  WHERE NOT is_left`;

/** Four quantiles of a column, type 7, times 5 so that they stay whole. */
const fifths = (column: string) => `
  ${column}_cuts AS (
    SELECT k, max(iif(at = place, value, NULL)) * 5 + frac * (max(iif(at = min(place + 1, last), value, NULL)) -
      max(iif(at = place, value, NULL))) AS cut
    FROM (SELECT ${column} AS value, row_number() OVER (ORDER BY ${column}) - 1 AS at, count(*) OVER () - 1 AS last
        FROM facts WHERE n > 0)
      JOIN (SELECT k, (top * k) / 5 AS place, (top * k) % 5 AS frac FROM
        (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4),
        (SELECT count(*) - 1 AS top FROM facts WHERE n > 0)) ON at IN (place, min(place + 1, last))
    GROUP BY k)`;
const exceeded = (column: string) => `(SELECT count(*) FROM ${column}_cuts WHERE facts.${column} * 5 > cut)`;
const byRfm = `${fifths('days')}, ${fifths('n')}, ${fifths('ever')}
  SELECT id, iif(n = 0, 3, iif(total >= 13, 0, iif(total >= 10, 1, iif(total >= 6, 2, 3)))) FROM (
    SELECT id, n, 5 - ${exceeded('days')} + 2 + ${exceeded('n')} + ${exceeded('ever')} AS total
    FROM facts WHERE NOT is_left)`;

/* Without the payment record, which no single statement says. Nobody's yearly need is known in the book of the bench. */
const byScore = `
  ranked AS (
    SELECT *, iif(sales = 0, 0, 100 * (rank() OVER (PARTITION BY sales > 0 ORDER BY sales) - 1 +
        (count(*) OVER (PARTITION BY sales) - 1) / 2.0) / nullif(count(*) OVER (PARTITION BY sales > 0) - 1, 0)) AS place,
      max(0, min(year_n - 1, 5)) * 20 AS repeat,
      iif(before = 0, NULL, max(0, min(100, 50 + 100.0 * (sales - before) / before))) AS growth,
      20 * ((date(first, '+1 year') <= :d) + (date(first, '+2 years') <= :d) + (date(first, '+3 years') <= :d) +
        (date(first, '+4 years') <= :d) + (date(first, '+5 years') <= :d)) AS years
    FROM facts)
  SELECT id, iif(n = 0, 3, iif(total >= 80, 0, iif(total >= 60, 1, iif(total >= 35, 2, 3)))) FROM (
    SELECT id, n, is_left, 1e-9 + (55 * ifnull(place, 0) + 15 * repeat + 10 * ifnull(years, 0) + 5 * ifnull(growth, 0)) /
      (iif(place IS NULL, 0, 55) + 15 + iif(years IS NULL, 0, 10) + iif(growth IS NULL, 0, 5)) AS total
    FROM ranked)
  WHERE NOT is_left`;

/** Each gives `[customer, position in the list of tiers]` of those that the method judges. */
export const retierStatements = {
  thresholds: {
    overSums: `WITH ${soldInSums(inYear)}, ${facts('listed.doc', sales)} ${byThresholds}`,
    overLines: `WITH ${soldInLines}, ${facts('listed.customer_id', sales)} ${byThresholds}`,
  },
  abc: {
    overSums: `WITH ${soldInSums(inYear)}, ${facts('listed.doc', sales)} ${byShare}`,
    overLines: `WITH ${soldInLines}, ${facts('listed.customer_id', sales)} ${byShare}`,
  },
  rfm: {
    overSums: `WITH ${soldInSums(ever)}, ${facts('listed.doc', rfmFacts)}, ${byRfm}`,
    overLines: `WITH ${soldInLines}, ${facts('listed.customer_id', rfmFacts)}, ${byRfm}`,
  },
  score: {
    overSums: `WITH ${soldInSums(scoredSums)}, ${facts('listed.doc', scoreFacts)}, ${byScore}`,
    overLines: `WITH ${soldInLines}, ${facts('listed.customer_id', scoreFacts)}, ${byScore}`,
  },
} as const;
