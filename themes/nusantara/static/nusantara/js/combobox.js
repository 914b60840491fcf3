/* Suggestions under a search box: the combobox pattern of ARIA 1.2. The focus never leaves the box; the chosen line is
   told by aria-activedescendant. Without this file the box is an ordinary form. */
(() => {
  "use strict";

  const PAUSE = 150; /* ms without a key before the shop is asked */
  const SHORTEST = 2;
  const KEPT = 40; /* answers remembered on this page */

  const combobox = (form) => {
    const input = form.querySelector("input");
    const list = form.querySelector("[data-suggestions]");
    const said = form.querySelector("[data-suggestions-said]");
    const answers = new Map();
    let options = [];
    let active = -1;
    let asked = 0;
    let timer;
    let request;

    const isOpen = () => !list.hidden;
    const typed = () => input.value.trim().replace(/\s+/g, " ");

    const choose = (place) => {
      options[active]?.setAttribute("aria-selected", "false");
      active = place;
      const option = options[active];
      if (!option) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };

    const close = () => {
      clearTimeout(timer);
      request?.abort();
      asked += 1;
      choose(-1);
      list.hidden = true;
      said.textContent = "";
      input.setAttribute("aria-expanded", "false");
    };

    const open = (html) => {
      list.innerHTML = html;
      options = [...list.querySelectorAll("[role=option]")];
      options.forEach((option, place) => {
        option.id = `${list.id}-${place}`;
      });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = !options.length;
      list.scrollTop = 0;
      input.setAttribute("aria-expanded", String(isOpen()));
      said.textContent = list.querySelector("[data-said]")?.dataset.said ?? "";
    };

    /* An answer that comes after a later question is not shown. */
    const ask = async () => {
      const words = typed();
      const mine = ++asked;
      if (words.length < SHORTEST) return close();
      if (answers.has(words)) return open(answers.get(words));
      request?.abort();
      request = new AbortController();
      try {
        const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(words)}`, {
          signal: request.signal,
          credentials: "same-origin",
        });
        const html = answer.ok ? await answer.text() : "";
        if (mine !== asked || document.activeElement !== input) return;
        if (answer.ok && answers.size < KEPT) answers.set(words, html);
        open(html);
      } catch {
        if (mine === asked) close(); /* no connection: the box goes on as an ordinary form */
      }
    };

    const move = (step) => {
      if (!isOpen()) return ask();
      const from = active < 0 && step < 0 ? 0 : active;
      choose((from + step + options.length) % options.length);
    };

    const keys = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Home: () => active >= 0 && choose(0),
      End: () => active >= 0 && choose(options.length - 1),
      Enter: () => active >= 0 && options[active].click(),
      Escape: () => {
        if (isOpen()) close();
        else input.value = "";
      },
    };
    const isOurs = (key) => {
      if (key === "Escape") return isOpen() || input.value !== "";
      return key.startsWith("Arrow") || active >= 0;
    };

    input.type = "text"; /* a searchbox cannot be a combobox */
    input.inputMode = "search";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-haspopup", "listbox");
    input.setAttribute("aria-controls", list.id);
    list.hidden = true;

    input.addEventListener("input", () => {
      choose(-1);
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Tab") close();
      if (!(event.key in keys) || !isOurs(event.key)) return;
      event.preventDefault();
      keys[event.key]();
    });
    /* A press on the list leaves the focus in the box, so that the list stays until the line is followed. */
    list.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) close();
    });
    form.addEventListener("submit", close);
    window.addEventListener("pageshow", close);
  };

  const prepare = (root) => {
    if (root.matches?.("form[data-suggest]")) combobox(root);
    root.querySelectorAll("form[data-suggest]").forEach(combobox);
  };

  prepare(document);
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== document.body) prepare(event.detail.elt);
  });
})();
