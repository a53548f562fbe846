import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from './xml-names.ts';
import { XmlScanner } from './xml-scanner.ts';

const NAMES = new Map(['row', 'c', 'v', 'r', 't', 'worksheet', 'b', 'empty'].map((name) => [nameKey(name), name]));

/** What the scanner tells about a document given in these pieces; neighbouring texts joined. */
function eventsOf(pieces: readonly Uint8Array[]): string[] {
  const events: string[] = [];
  let text: Buffer[] = [];
  const endText = () => {
    if (text.length > 0) events.push(`text ${Buffer.concat(text).toString()}`);
    text = [];
  };
  const scanner = new XmlScanner('part', {
    open(name, { bytes }) {
      endText();
      const attributes: string[] = [];
      while (scanner.nextAttribute()) {
        attributes.push(
          `${NAMES.get(scanner.attributeName)}=${bytes.toString('utf8', scanner.valueStart, scanner.valueEnd)}`,
        );
      }
      events.push(['open', NAMES.get(name), ...attributes].join(' '));
    },
    close(name) {
      endText();
      events.push(`close ${NAMES.get(name)}`);
    },
    text(bytes, start, end) {
      text.push(Buffer.from(bytes.subarray(start, end)));
    },
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.finish();
  endText();
  return events;
}

const DOCUMENT = `<?xml version="1.0"?><!-- > <c> --><x:worksheet a:r="1 > 0" t='"'><row
  r = "客户"><c/><c r="A1" ><v>张三 &amp; 李四</v></c ><![CDATA[<b>]]]]><![CDATA[> 王五]]></row><empty t=""/></x:worksheet>
<!---->`;

describe('XmlScanner', () => {
  it('tells tags, attributes and texts in order', () => {
    expect(eventsOf([Buffer.from(DOCUMENT)])).toEqual([
      'open worksheet r=1 > 0 t="',
      'open row r=客户',
      'open c',
      'close c',
      'open c r=A1',
      'open v',
      'text 张三 &amp; 李四',
      'close v',
      'close c',
      'text <b>]]> 王五',
      'close row',
      'open empty t=',
      'close empty',
      'close worksheet',
      'text \n',
    ]);
  });

  it('tells the same wherever the document is cut', () => {
    const bytes = Buffer.from(DOCUMENT);
    const whole = eventsOf([bytes]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 20 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
        expect(eventsOf(pieces)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
    expect(eventsOf([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it.each([
    '',
    'no tags',
    '<a>',
    '<a></a></a>',
    '<a',
    '<a b>',
    '<a b=c/>',
    '<a <b/></a>',
    '<a/><!-- ',
    '<a/><![CDATA[',
    '<!ELEMENT a><a/>',
    '<a b="/>',
  ])('takes %j for damaged', (document) => {
    expect(() => eventsOf([Buffer.from(document)])).toThrow('damaged');
  });
});
