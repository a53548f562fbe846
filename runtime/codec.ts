/**
 * Values as they cross between the main process and the page. Electron uses the structured clone
 * algorithm; here the values travel as JSON text, with `{ $: tag, v }` for what JSON cannot say.
 * Runs in Node and in the page.
 */
type Packed = null | boolean | number | string | readonly Packed[] | { readonly [key: string]: Packed };

const byteViews = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

const errorTypes = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const;

/**
 * Throws as Electron does ("An object could not be cloned.") when the value holds a function, a symbol
 * or anything else that structured clone refuses. Stricter than Electron in one point: a value that
 * contains itself is refused too, because nothing in the app has reason to send one.
 */
export function encode(value: unknown): string {
  let cloned: unknown;
  try {
    cloned = structuredClone(value);
  } catch (cause) {
    throw new TypeError('An object could not be cloned.', { cause });
  }
  return JSON.stringify(pack(cloned, new Set()));
}

export function decode(text: string): unknown {
  return unpack(JSON.parse(text));
}

function pack(value: unknown, ancestors: Set<object>): Packed {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : tagged('number', Object.is(value, -0) ? '-0' : `${value}`);
  }
  if (value === undefined) return tagged('undefined', null);
  if (typeof value === 'bigint') return tagged('bigint', value.toString());
  if (typeof value !== 'object') throw new TypeError('An object could not be cloned.');
  if (ancestors.has(value)) throw new TypeError('An object that contains itself could not be sent.');
  ancestors.add(value);
  const packed = packObject(value, ancestors);
  ancestors.delete(value);
  return packed;
}

function packObject(value: object, ancestors: Set<object>): Packed {
  if (Array.isArray(value)) return Array.from(value, (item) => pack(item, ancestors));
  if (value instanceof Date) return tagged('date', Number.isNaN(value.getTime()) ? null : value.getTime());
  if (value instanceof Map)
    return tagged(
      'map',
      Array.from(value, ([k, v]) => [pack(k, ancestors), pack(v, ancestors)]),
    );
  if (value instanceof Set)
    return tagged(
      'set',
      Array.from(value, (item) => pack(item, ancestors)),
    );
  if (value instanceof RegExp) return tagged('regexp', [value.source, value.flags]);
  if (value instanceof Error) {
    return tagged('error', [
      value.name,
      value.message,
      value.stack ?? '',
      'cause' in value ? [pack(value.cause, ancestors)] : [],
    ]);
  }
  if (value instanceof ArrayBuffer) return tagged('buffer', toBase64(new Uint8Array(value)));
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return tagged('bytes', [Object.prototype.toString.call(value).slice(8, -1), toBase64(bytes)]);
  }
  if (Object.prototype.toString.call(value) !== '[object Object]')
    throw new TypeError('An object could not be cloned.');
  const entries = Object.entries(value).map(([key, item]): [string, Packed] => [key, pack(item, ancestors)]);
  return Object.hasOwn(value, '$') ? tagged('object', entries) : Object.fromEntries(entries);
}

function tagged(tag: string, v: Packed): Packed {
  return { $: tag, v };
}

/** The text was written by `encode` a moment ago, so objects may be rewritten in place: it is ours alone. */
function unpack(packed: unknown): unknown {
  if (typeof packed !== 'object' || packed === null) return packed;
  if (Array.isArray(packed)) {
    for (let i = 0; i < packed.length; i++) packed[i] = unpack(packed[i]);
    return packed;
  }
  if ('$' in packed && 'v' in packed) return unpackTagged(packed.$, packed.v);
  for (const [key, item] of Object.entries(packed)) {
    if (typeof item === 'object' && item !== null) Object.defineProperty(packed, key, { value: unpack(item) });
  }
  return packed;
}

function unpackTagged(tag: unknown, v: unknown): unknown {
  switch (tag) {
    case 'number':
      return Number(v);
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(String(v));
    case 'date':
      return new Date(v === null ? Number.NaN : Number(v));
    case 'map':
      return new Map(list(v).map((pair) => [unpack(list(pair)[0]), unpack(list(pair)[1])]));
    case 'set':
      return new Set(list(v).map(unpack));
    case 'regexp':
      return new RegExp(String(list(v)[0]), String(list(v)[1]));
    case 'error':
      return unpackError(list(v));
    case 'buffer':
      return fromBase64(String(v)).buffer;
    case 'bytes':
      return unpackBytes(String(list(v)[0]), fromBase64(String(list(v)[1])));
    case 'object':
      return Object.fromEntries(list(v).map((pair) => [String(list(pair)[0]), unpack(list(pair)[1])]));
    default:
      throw new TypeError(`unknown tag ${String(tag)} in a message`);
  }
}

function unpackError([name, message, stack, cause]: readonly unknown[]): Error {
  const type = Object.entries(errorTypes).find(([typeName]) => typeName === name)?.[1] ?? Error;
  const [given] = list(cause);
  const error = given === undefined ? new type(String(message)) : new type(String(message), { cause: unpack(given) });
  error.stack = String(stack);
  return error;
}

function unpackBytes(name: string, bytes: Uint8Array<ArrayBuffer>): ArrayBufferView {
  if (name === 'DataView') return new DataView(bytes.buffer);
  const view = Object.entries(byteViews).find(([viewName]) => viewName === name)?.[1];
  if (view === undefined) throw new TypeError(`unknown kind of bytes ${name} in a message`);
  return new view(bytes.buffer);
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('a damaged message');
  return value;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices: fromCharCode takes its bytes as arguments, and too many overflow the stack.
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
