/* A listing that changes in place: says how many there are, keeps the focus sensible, and on a phone makes the
   filters a sheet over the page. Without this file every choice is an ordinary page. */
(() => {
  "use strict";

  const narrow = window.matchMedia("(max-width: 55.99rem)");
  const listing = () => document.getElementById("hasil");
  const sheet = () => document.querySelector("[data-sheet]");
  const isCovered = () => Boolean(narrow.matches && sheet()?.open);

  /* While the sheet covers the page, nothing under it can be reached. */
  const under = "[data-behind-sheet], .listing__head, .listing__categories, .breadcrumb, .header, .footer";
  const cover = () => {
    document.querySelectorAll(under).forEach((part) => {
      part.inert = isCovered();
    });
  };
  const close = () => {
    sheet().open = false;
    cover();
    sheet().querySelector("summary").focus({ preventScroll: true });
  };

  /* How many there are is said aloud, also when the number is the same as before. */
  const announce = (words) => {
    const region = document.getElementById("kabar-hasil");
    region.textContent = "";
    setTimeout(() => {
      region.textContent = words;
    }, 150);
  };

  /* What had the focus may be gone (a chip, a page number): then the sheet or the title takes it. */
  const land = (part) => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const place = isCovered() ? sheet().querySelector("summary") : part.querySelector("[data-landing]");
    place?.focus({ preventScroll: true });
  };

  document.addEventListener("htmx:load", (event) => {
    const part = event.detail.elt;
    if (!part.matches?.("[data-listing]")) return;
    cover();
    land(part);
    announce(part.querySelector("[data-announce]").textContent.trim());
  });
  document.addEventListener("htmx:beforeRequest", () => listing()?.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterRequest", () => listing()?.removeAttribute("aria-busy"));
  /* Without a connection the browser's own page says so, and offers to try again. */
  document.addEventListener("htmx:sendError", (event) => {
    window.location.assign(event.detail.pathInfo.finalRequestPath);
  });

  document.addEventListener("toggle", (event) => event.target === sheet() && cover(), true);
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-close-sheet]") || !isCovered()) return;
    event.preventDefault();
    close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isCovered()) close();
  });
  narrow.addEventListener("change", cover);
})();
