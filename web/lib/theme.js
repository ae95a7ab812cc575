// Before the first paint: the theme that was chosen here, if one was; else the system decides. A classic script, because modules run too late.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // no storage: the system's theme
}
