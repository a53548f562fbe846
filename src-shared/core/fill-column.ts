/** Writes each place of a column; `Float64Array.from` with a function takes twenty times as long for 100,000 places. */
export function fillColumn<Column extends Float64Array | Int32Array | Int16Array | Uint8Array>(
  column: Column,
  valueAt: (place: number) => number,
): Column {
  for (let place = 0; place < column.length; place += 1) column[place] = valueAt(place);
  return column;
}
