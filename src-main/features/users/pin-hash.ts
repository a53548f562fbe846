import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const saltBytes = 16;
const hashBytes = 32;

/**
 * `scrypt$salt$hash` in hex. A PIN of a few digits is soon guessed by whoever has the file: it is a courtesy lock, and the
 * hash only keeps it from being read off.
 */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(secret, salt);
  return `scrypt$${salt.toString('hex')}$${hash.toString('hex')}`;
}

/** Throws when the stored text is no such hash: the book is damaged. */
export async function matchesHash(secret: string, stored: string): Promise<boolean> {
  const [method, salt, hash] = stored.split('$');
  if (method !== 'scrypt' || !salt || !hash) throw new Error('a stored PIN is no scrypt hash');
  const expected = Buffer.from(hash, 'hex');
  const given = await derive(secret, Buffer.from(salt, 'hex'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, hashBytes, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
