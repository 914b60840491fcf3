/* Small comforts. Every page works without this file. */
(() => {
  "use strict";

  const each = (root, selector, act) => {
    if (root.matches?.(selector)) act(root);
    root.querySelectorAll(selector).forEach(act);
  };

  /* Toasts and other notes can be put away. */
  const closable = (toast) => {
    const close = toast.querySelector("[data-toast-close]");
    close.hidden = false;
    close.addEventListener("click", () => toast.remove());
  };

  /* An error summary takes the focus, so that it is read first. */
  const focusFirst = (element) => element.focus();

  /* Copy a number: the button appears only where copying can work. */
  const copyable = (field) => {
    const button = field.querySelector("[data-copy]");
    const said = field.querySelector("[data-copied]");
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = said.dataset.copied;
      button.dataset.done = "";
      setTimeout(() => {
        said.textContent = "";
        delete button.dataset.done;
      }, 3000);
    });
  };

  /* Countdown: the server says the end, the page counts; at the end the page asks the server. */
  const two = (number) => String(number).padStart(2, "0");
  const countdown = (element) => {
    const end = Date.parse(element.dataset.until);
    const face = element.querySelector("[data-face]");
    const tick = () => {
      const left = Math.max(0, Math.round((end - Date.now()) / 1000));
      const hours = Math.floor(left / 3600);
      face.hidden = hours > 48;
      face.textContent = `${hours ? `${two(hours)}:` : ""}${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
      element.dataset.left = left < 300 ? "little" : "enough";
      if (left === 0) {
        clearInterval(beat);
        element.dispatchEvent(new CustomEvent("countdown:over", { bubbles: true }));
      }
    };
    const beat = setInterval(tick, 1000);
    tick();
  };

  /* Quantity: minus and plus beside the number field. */
  const quantity = (group) => {
    const input = group.querySelector("input");
    each(group, "[data-step]", (button) => {
      button.hidden = false;
      button.addEventListener("click", () => {
        const before = input.value;
        if (button.dataset.step === "down") input.stepDown();
        else input.stepUp();
        if (input.value !== before) input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    });
    group.dataset.ready = "";
  };

  /* Upload: show the pictures that were picked, before they are sent. */
  const upload = (box) => {
    const input = box.querySelector("input[type=file]");
    const list = box.querySelector("[data-previews]");
    input.addEventListener("change", () => {
      list.replaceChildren(...[...input.files].map(preview));
    });
  };
  const preview = (file) => {
    const item = document.createElement("li");
    item.className = "upload__item";
    if (file.type.startsWith("image/")) {
      const image = document.createElement("img");
      image.src = URL.createObjectURL(file);
      image.alt = "";
      image.addEventListener("load", () => URL.revokeObjectURL(image.src));
      item.append(image);
    }
    const name = document.createElement("span");
    name.className = "upload__name";
    name.textContent = `${file.name} · ${(file.size / 1048576).toFixed(1)} MB`;
    item.append(name);
    return item;
  };

  /* Dialogs: <a data-dialog="id"> leads to a page without JavaScript, opens the dialog with it. */
  const opener = (link) => {
    const dialog = document.getElementById(link.dataset.dialog);
    if (!dialog?.showModal) return;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
  };
  const dialog = (element) =>
    element.addEventListener("click", (event) => {
      if (event.target === element) element.close();
    });

  /* Gallery: the thumbnail shown now is marked. */
  const gallery = (element) => {
    const track = element.querySelector("[data-track]");
    const thumbs = [...element.querySelectorAll("[data-thumb]")];
    if (!thumbs.length || !("IntersectionObserver" in window)) return;
    const watch = new IntersectionObserver(
      (seen) => {
        const shown = seen.find((entry) => entry.isIntersecting);
        if (!shown) return;
        thumbs.forEach((thumb) => {
          thumb.toggleAttribute("aria-current", thumb.hash === `#${shown.target.id}`);
          if (thumb.hasAttribute("aria-current")) thumb.setAttribute("aria-current", "true");
        });
      },
      { root: track, threshold: 0.6 },
    );
    [...track.children].forEach((slide) => watch.observe(slide));
    thumbs.forEach((thumb) =>
      thumb.addEventListener("click", (event) => {
        event.preventDefault();
        const slide = element.querySelector(thumb.hash);
        track.scrollTo({ left: slide.offsetLeft - track.offsetLeft });
      }),
    );
  };

  /* Filters send themselves when a choice changes; the button stays for those without JavaScript. */
  let lastChanged = "";
  const selfSending = (form) => {
    /* The form that comes back holds the place where the last choice was made. */
    const again = lastChanged && form.querySelector(`#${CSS.escape(lastChanged)}`);
    if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
    lastChanged = "";
    const send = (event) => {
      lastChanged = event.target.id;
      form.requestSubmit();
    };
    form.addEventListener("change", send);
    [...form.elements].filter((one) => !form.contains(one)).forEach((one) => one.addEventListener("change", send));
  };

  /* A form that is being sent no longer saves itself: the page that follows would find it saved elsewhere. */
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) event.target.dataset.leaving = "";
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.closest("form[data-leaving]")) event.preventDefault();
  });
  window.addEventListener("pageshow", () =>
    each(document.body, "form[data-leaving]", (form) => delete form.dataset.leaving),
  );

  /* What a person opened or closed stays so when the part of the page around it comes anew. */
  const opened = new Map();
  const staysOpen = (details) => {
    if (opened.has(details.id)) details.open = opened.get(details.id);
    details.addEventListener("toggle", () => {
      if (details.isConnected) opened.set(details.id, details.open);
    });
  };

  const prepare = (root) => {
    each(root, "[data-toast]", closable);
    each(root, "[data-focus]", focusFirst);
    each(root, "[data-copy-field]", copyable);
    each(root, "[data-until]", countdown);
    each(root, "[data-quantity]", quantity);
    each(root, "[data-upload]", upload);
    each(root, "[data-dialog]", opener);
    each(root, "dialog", dialog);
    each(root, "[data-gallery]", gallery);
    each(root, "details[data-stays-open]", staysOpen);
    each(root, "form[data-send-on-change]", selfSending);
  };

  prepare(document);
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== document.body) prepare(event.detail.elt);
  });

  /* The menu closes with Escape and by a tap beside it. */
  const menus = document.querySelectorAll(".header__menu");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus.forEach((menu) => {
      if (!menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => {
    menus.forEach((menu) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
  });
})();
