import { describe, expect, it } from 'vitest';
import { telLink } from './tel-link.ts';

describe('telLink', () => {
  it.each([
    ['13800138000', 'tel:13800138000'],
    ['138 0013 8000', 'tel:13800138000'],
    ['+86 138-0013-8000', 'tel:13800138000'],
    ['手机：13800138000', 'tel:13800138000'],
    ['0571-88886666', 'tel:057188886666'],
    ['0571-88886666转801', 'tel:057188886666'],
    ['88886666', 'tel:88886666'],
    ['400-800-8888', 'tel:4008008888'],
    ['95588', 'tel:95588'],
    ['+44 20 7946 0958', 'tel:+442079460958'],
    ['*67#', 'tel:*67#'],
  ])('calls %s', (text, link) => expect(telLink(text)).toBe(link));

  it.each(['', ' ', '问老王', '13800138000;phone-context=x', 'file:///c:/a.exe', '1', '138,,9', '1'.repeat(40)])(
    'does not call %j',
    (text) => expect(telLink(text)).toBeNull(),
  );
});
