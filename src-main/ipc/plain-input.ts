const maxDepth = 24;
const maxNodes = 400_000;

/**
 * Whether an input is data that a schema can walk safely: plain objects, arrays, text, numbers, booleans, null;
 * no loops, not too deep, not too much. What structured clone also lets through (Map, Date, bytes, bigint,
 * references to itself) is refused here, because recursive schemas would overflow the stack on it.
 */
export function isPlainInput(input: unknown): boolean {
  let level: readonly unknown[] = [input];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > maxDepth || nodes > maxNodes) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (isLeaf(value)) continue;
      if (!isPlainContainer(value)) return false;
      for (const child of Object.values(value)) next.push(child);
      if (next.length > maxNodes) return false;
    }
    level = next;
  }
  return true;
}

function isLeaf(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return true;
    default:
      return value === null;
  }
}

function isPlainContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  // A sparse array of 4 billion holes is small to send and endless to walk.
  if (Array.isArray(value)) return value.length <= maxNodes;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
