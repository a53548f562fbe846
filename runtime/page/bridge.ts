/**
 * `contextBridge`: in Electron the preload and the page live in two worlds and everything that crosses is copied
 * and frozen. Here they share one world, so the copying and freezing is done by hand: what would not survive the
 * real crossing does not survive this one.
 */
export function exposeInMainWorld(key: string, api: unknown): void {
  if (key in globalThis) throw new Error(`Cannot bind an API on top of an existing property on the window object`);
  Object.defineProperty(globalThis, key, { value: cross(api, 0), enumerable: true });
}

const deepest = 1000;

function cross(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new Error('Electron contextBridge recursion depth exceeded.');
  if (typeof value === 'function') {
    return (...args: unknown[]) =>
      cross(
        Reflect.apply(
          value,
          undefined,
          args.map((arg) => cross(arg, 0)),
        ),
        0,
      );
  }
  if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Blob || value instanceof Element) return value;
  if (value instanceof Promise) return value.then((settled) => cross(settled, depth + 1));
  if (Array.isArray(value)) return Object.freeze(value.map((item) => cross(item, depth + 1)));
  const prototype: unknown = Object.getPrototypeOf(value);
  // Dates, maps, bytes and errors cross by structured clone; instances of classes lose their methods, as they do there.
  if (prototype !== Object.prototype && prototype !== null && !isInstanceOfOwnClass(value))
    return structuredClone(value);
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    Object.defineProperty(copy, name, { value: cross(item, depth + 1), enumerable: true });
  }
  return Object.freeze(copy);
}

function isInstanceOfOwnClass(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}
