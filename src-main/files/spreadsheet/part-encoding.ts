import { damaged } from './reading-failure.ts';

type Decoder = InstanceType<typeof TextDecoder>;

/** Enough bytes to hold a byte order mark and an XML declaration in any encoding. */
const HEAD_BYTES = 256;

/**
 * The chunks of an XML part as UTF-8. Nearly every part is UTF-8 already and passes through untouched;
 * UTF-16, with or without a byte order mark, and an encoding named in the XML declaration are converted.
 */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  let decoder: Decoder | null = null;
  const convert = (chunk: Uint8Array): Uint8Array => {
    if (decoder === null) return chunk;
    try {
      return Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
    } catch (cause) {
      throw damaged(part, cause);
    }
  };

  for await (const chunk of chunks) {
    if (head === null) {
      yield convert(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    decoder = decoderFor(head, part);
    yield convert(withoutUtf8Mark(head));
    head = null;
  }
  if (head !== null) {
    decoder = decoderFor(head, part);
    yield convert(withoutUtf8Mark(head));
  }
  if (decoder !== null) {
    try {
      yield Buffer.from(decoder.decode(), 'utf8');
    } catch (cause) {
      throw damaged(part, cause);
    }
  }
}

/** Null when the bytes are UTF-8. */
function decoderFor(head: Uint8Array, part: string): Decoder | null {
  const [first = 0, second = 0] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be', { fatal: true });
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    Buffer.from(head).toString('latin1', 0, HEAD_BYTES),
  )?.[1];
  if (declared === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) return null;
  // A part that says UTF-16 in bytes that are not is UTF-8 written by a careless program.
  if (/^(utf-?16|ucs-?2|iso-10646)/i.test(declared)) return null;
  try {
    return new TextDecoder(declared, { fatal: true });
  } catch (cause) {
    throw damaged(part, cause);
  }
}

function withoutUtf8Mark(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}
