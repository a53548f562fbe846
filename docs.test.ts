import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;
const docs = ['.', 'docs', 'docs/adr'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name)),
);

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

// Safe: our own package.json, and a missing table would fail the tests below.
const packageFile = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as PackageFile;

const rooms = 'src-shared|src-main|src-renderer|db|runtime|e2e|bench|build|docs|assets';
const pathPattern = new RegExp(`^(?:(?:${rooms})/[\\w./-]*|[\\w-]+\\.(?:md|ts|mjs|json|yml)|\\.ci/run)$`);

/** Paths in backticks and targets of links; a name with <, * or … is a pattern, not a path. */
function pathsNamedIn(text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map((match) => match[1] ?? '');
  return [...spans.filter((span) => pathPattern.test(span)), ...links];
}

describe('the docs', () => {
  it.each(docs)('every path named in %s exists', (doc) => {
    const text = readFileSync(path.join(root, doc), 'utf8');
    const missing = pathsNamedIn(text).filter(
      (named) => !existsSync(path.join(root, named)) && !existsSync(path.join(root, path.dirname(doc), named)),
    );
    expect(missing).toEqual([]);
  });

  it('finds a path that does not exist', () => {
    expect(
      pathsNamedIn('see `db/nowhere.ts` and [there](docs/gone.md), not `npm test` or `src-main/features/<area>/`'),
    ).toEqual(['db/nowhere.ts', 'docs/gone.md']);
  });

  it.each(docs)('every npm command named in %s exists', (doc) => {
    const text = readFileSync(path.join(root, doc), 'utf8');
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((script) => !(script in packageFile.scripts))).toEqual([]);
  });

  it('the README says of every dependency what it is for', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const all = [packageFile.dependencies, packageFile.devDependencies, packageFile.optionalDependencies].flatMap(
      (table) => Object.keys(table),
    );
    expect(all.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('the changelog speaks of the version in package.json or of what comes next', () => {
    expect(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')).toMatch(/^## /m);
  });
});
