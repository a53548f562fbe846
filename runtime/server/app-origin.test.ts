import { describe, expect, it } from 'vitest';
import { AppOrigin } from './app-origin.ts';

function anOrigin(): AppOrigin {
  const origin = new AppOrigin('http://127.0.0.1:4100');
  origin.adopt('app://bundle/index.html');
  return origin;
}

describe('AppOrigin', () => {
  it('shows the app its own addresses', () => {
    expect(anOrigin().toApp('http://127.0.0.1:4100/index.html?a=1#x')).toBe('app://bundle/index.html?a=1#x');
    expect(anOrigin().toPath('app://bundle/index.html?a=1#x')).toBe('/index.html?a=1#x');
  });

  it.each([
    'http://127.0.0.1:41000/',
    'http://127.0.0.1:4100.evil.example/',
    'https://127.0.0.1:4100/',
    'file:///etc/passwd',
  ])('leaves %s as it is, so that the app can refuse it', (url) => {
    expect(anOrigin().toApp(url)).toBe(url);
  });

  it.each(['app://other/', 'other://bundle/', 'https://example.invalid/', 'file:///index.html'])(
    'refuses to open %s',
    (url) => {
      expect(() => anOrigin().adopt(url)).toThrow();
    },
  );
});
