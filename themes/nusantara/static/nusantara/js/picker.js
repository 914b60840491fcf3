/* Price, stock and what can be had follow the choice of a variant. Without this file the form alone chooses. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-picker]");
  if (!form) return;
  const picker = form.querySelector(".variant-picker");
  const variants = JSON.parse(picker.dataset.variants);
  const radios = [...picker.querySelectorAll("input[type=radio]")];
  const names = [...new Set(radios.map((radio) => radio.name))];
  const price = document.querySelector("[data-picked-price]");
  const stock = document.querySelector("[data-picked-stock]");
  const said = picker.querySelector("[data-said]");
  const amount = form.querySelector("input[name=quantity]");
  const button = form.querySelector("button[type=submit]");
  const most = Math.max(...variants.map((one) => one.most));

  const chosen = () => Object.fromEntries(radios.filter((one) => one.checked).map((one) => [one.name, one.value]));
  const goWith = (options) =>
    variants.filter((one) => Object.entries(options).every(([name, value]) => one.options[name] === value));

  /* Each value says whether it can be had with all else that is chosen. */
  const mark = (options) =>
    radios.forEach((radio) => {
      const found = goWith({ ...options, [radio.name]: radio.value });
      const state = found.length === 0 ? "none" : found.some((one) => one.isSellable) ? "" : "out";
      const label = radio.closest("label");
      label.classList.toggle("variant-picker__value--none", state === "none");
      label.classList.toggle("variant-picker__value--out", state === "out");
      label.querySelector("[data-state]").textContent = state ? picker.dataset[state] : "";
    });

  const limit = (pieces) => {
    if (!amount) return;
    amount.max = Math.max(pieces, 1);
    if (Number(amount.value) > Number(amount.max)) amount.value = amount.max;
  };

  /* Who gets what of this price: worked out by the server alone. */
  const parts = document.getElementById("bagian-harga");
  const split = (one) => {
    if (!parts || !window.htmx || price.textContent.includes(one.price)) return;
    window.htmx.ajax("GET", one.url, { target: parts, select: "#bagian-harga > *", swap: "innerHTML" });
  };

  const show = (one) => {
    split(one);
    price.querySelector(".price__now").textContent = one.price;
    price.querySelector(".price__from")?.remove();
    stock.textContent = `${one.words}: ${one.stock}`;
    said.textContent = `${one.words}: ${one.price}. ${one.stock}`;
    limit(one.most);
    button.disabled = !one.isSellable;
    history.replaceState(history.state, "", one.url);
  };

  const labelOf = (name) =>
    picker.querySelector(`[name="${name}"]`).closest("fieldset").querySelector("legend").textContent.toLowerCase();

  const showNone = (options) => {
    const words = names.map((name) => options[name]).filter(Boolean).join(", ");
    const missing = names.filter((name) => !(name in options)).map(labelOf);
    const isWhole = missing.length === 0;
    stock.textContent = isWhole
      ? picker.dataset.lacking.replace("{words}", words)
      : picker.dataset.ask.replace("{names}", missing.join(` ${picker.dataset.and} `));
    said.textContent = isWhole ? stock.textContent : "";
    limit(most);
    button.disabled = isWhole;
  };

  const follow = () => {
    const options = chosen();
    mark(options);
    const found = names.every((name) => name in options) ? goWith(options) : [];
    if (found.length) show(found[0]);
    else showNone(options);
  };

  form.addEventListener("change", (event) => {
    if (event.target.type === "radio") follow();
  });
  /* A browser that comes back to the page may have kept the choice. */
  window.addEventListener("pageshow", () => {
    if (radios.some((radio) => radio.checked)) follow();
  });
})();
