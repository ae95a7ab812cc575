/** The theme that was chosen in this browser; `theme.js` applies it before the first paint. */

/** @typedef {"system" | "light" | "dark"} Theme */

const KEY = 'theme';

/** @returns {Theme} */
export function chosenTheme() {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** @param {Theme} theme */
export function chooseTheme(theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // no storage: the choice lasts as long as the page
  }
}
