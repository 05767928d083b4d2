/* Light or dark before the first paint: what was chosen here, else what the system says; paper is light. No module: it must not wait. */
(() => {
  const kept = () => { try { return localStorage.getItem("dateline.theme"); } catch { return null; } };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement, paper = () => root.classList.contains("paper");
  const set = () => { root.dataset.theme = paper() ? "light" : kept() ?? (system.matches ? "dark" : "light"); };
  set();
  root.classList.add("js");
  system.addEventListener("change", set);
  addEventListener("beforeprint", () => { root.classList.add("paper"); set(); });
  addEventListener("afterprint", () => { root.classList.remove("paper"); set(); });
})();
