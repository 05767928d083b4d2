/* Light or dark before the first paint: what was chosen here, else what the system says. No module: it must not wait. */
(() => {
  const kept = () => { try { return localStorage.getItem("dateline.theme"); } catch { return null; } };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = () => { document.documentElement.dataset.theme = kept() ?? (system.matches ? "dark" : "light"); };
  set();
  document.documentElement.classList.add("js");
  system.addEventListener("change", set);
})();
