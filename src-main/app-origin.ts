/** The app's one origin. Everything the window shows comes from here, and nothing else may call or be called. */
export const appScheme = 'app';
export const appHost = 'bundle';
export const appOrigin = `${appScheme}://${appHost}`;
export const appPage = `${appOrigin}/index.html`;

/** Compared by parts: `app://bundle.evil/`, `app://bundle@evil/` and `app://bundle:1/` start alike and are others. */
export function isOfAppOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}

/** The window's own page, whatever its search and hash say. */
export function isAppPage(url: string): boolean {
  return isOfAppOrigin(url) && ['', '/', '/index.html'].includes(new URL(url).pathname);
}
