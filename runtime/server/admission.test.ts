import { describe, expect, it } from 'vitest';
import { Admission, type Visitor } from './admission.ts';

const port = 4100;
const origin = `http://127.0.0.1:${port}`;

function aVisitor(changes: Partial<Visitor> = {}): Visitor {
  return {
    method: 'GET',
    host: `127.0.0.1:${port}`,
    origin: undefined,
    cookie: undefined,
    fetchSite: undefined,
    ...changes,
  };
}

function admitted(): { readonly admission: Admission; readonly cookie: string } {
  const admission = new Admission(port);
  const cookie = admission.setCookie.split(';')[0] ?? '';
  return { admission, cookie };
}

describe('Admission.refuse', () => {
  it('lets in who holds the cookie', () => {
    const { admission, cookie } = admitted();
    expect(admission.refuse(aVisitor({ cookie: `other=1; ${cookie}` }))).toBeNull();
  });

  it.each([
    ['no cookie', { cookie: undefined }, 403],
    ['a made-up cookie', { cookie: 'stand-in-4100=AAAA' }, 403],
    ['a name that leads to this PC', { host: `evil.example:${port}` }, 421],
    ['localhost, which a hosts file can bend', { host: `localhost:${port}` }, 421],
    ['no Host', { host: undefined }, 421],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['the null origin of a sandboxed frame', { origin: 'null' }, 403],
    ['another port on this PC', { origin: 'http://127.0.0.1:4101' }, 403],
    ['a foreign page', { fetchSite: 'cross-site' }, 403],
    ['a neighbour on this PC', { fetchSite: 'same-site' }, 403],
  ] satisfies [string, Partial<Visitor>, number][])('refuses %s', (_name, changes, status) => {
    const { admission, cookie } = admitted();
    expect(admission.refuse(aVisitor({ cookie, ...changes }))).toBe(status);
  });

  it('wants the Origin said where something changes, and for the socket', () => {
    const { admission, cookie } = admitted();
    expect(admission.refuse(aVisitor({ cookie, method: 'POST' }))).toBe(403);
    expect(admission.refuse(aVisitor({ cookie, method: 'POST', origin }))).toBeNull();
    expect(admission.refuse(aVisitor({ cookie }), true)).toBe(403);
  });

  it('does not take the cookie of another run', () => {
    const { cookie } = admitted();
    expect(admitted().admission.refuse(aVisitor({ cookie }))).toBe(403);
  });
});

describe('Admission.redeem', () => {
  it('takes a secret once', () => {
    const { admission } = admitted();
    const secret = admission.issueSecret(7);
    expect(admission.redeem(secret)).toBe(7);
    expect(admission.redeem(secret)).toBeNull();
  });

  it('knows no other secrets', () => {
    const { admission } = admitted();
    admission.issueSecret(7);
    expect(admission.redeem('')).toBeNull();
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', () => {
    expect(admitted().admission.setCookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });
});
