import { isPackageOs, ownOs, packageApp } from './package-app.ts';

/** `npm run package [-- win|linux|mac …]`: installers for these systems, else for this one. */
const wished = process.argv.slice(2);
if (wished.every(isPackageOs)) {
  const made = await packageApp(wished.length === 0 ? [ownOs()] : wished);
  for (const path of made ?? []) console.log(path);
  process.exitCode = made === null ? 1 : 0;
} else {
  console.error('npm run package [-- win|linux|mac …]');
  process.exitCode = 2;
}
