import { describe, expect, it } from 'vitest';
import { BookToOpen } from './book-to-open.ts';

describe('BookToOpen', () => {
  it('starts with the book that was named, once', () => {
    const books = new BookToOpen('/a.keben');
    expect([books.first(), books.first()]).toEqual(['/a.keben', null]);
  });

  it('keeps a book that a Mac hands over before the app is ready', () => {
    const books = new BookToOpen(null);
    books.give('/double-clicked.keben');
    expect(books.first()).toBe('/double-clicked.keben');
  });

  it('hands on those that come while the app starts, and after', () => {
    const books = new BookToOpen(null);
    const taken: string[] = [];
    books.give('/early.keben');
    books.from((path) => taken.push(path));
    books.give('/late.keben');
    expect(taken).toEqual(['/early.keben', '/late.keben']);
  });
});
