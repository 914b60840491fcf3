/* Pictures from a phone: made smaller, sent one by one, kept on the phone until they arrived. The form works without. */
(() => {
  "use strict";

  const LONG_SIDE = 2560;
  const QUALITY = 0.85;
  const MOST_BYTES = 20 * 1024 * 1024;
  const AT_ONCE = 1; // so that the order stays that of choosing
  const LONGEST_PAUSE = 20000;
  const STALLED = 30000;

  const form = document.querySelector("form[data-upload-pictures]");
  const panel = document.querySelector("[data-pictures]");
  if (!panel) return;
  const words = form.dataset;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-files]");
  const said = panel.querySelector("[data-said]");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;

  /* What still has to be sent outlives the page. */
  const opened = new Promise((resolve) => {
    if (!window.indexedDB) return resolve(null);
    const asked = indexedDB.open("foto-menunggu", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("files", { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => resolve(null);
  });
  const stored = async (mode, act) => {
    const base = await opened;
    if (!base) return undefined;
    return new Promise((resolve) => {
      const asked = act(base.transaction("files", mode).objectStore("files"));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    });
  };
  const remember = ({ key, name, file, blob }) =>
    stored("readwrite", (files) => files.put({ key, name, url: form.action, ...(blob ? { blob } : { file }) }));
  const forget = (one) => stored("readwrite", (files) => files.delete(one.key));

  /* Smaller and upright; what this browser cannot read (often HEIC) goes as it is. */
  const smaller = async (file) => {
    let picture;
    try {
      picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch {
      return file;
    }
    const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return made && (scale < 1 || made.size < file.size) ? made : file;
  };

  /* One line for each file. */
  const line = (one) => {
    const item = document.createElement("li");
    item.className = "sending";
    const name = document.createElement("span");
    name.className = "sending__name";
    name.textContent = one.name;
    const away = document.createElement("button");
    away.type = "button";
    away.className = "button button--quiet button--small";
    away.textContent = words.away;
    away.setAttribute("aria-label", `${words.away}: ${one.name}`);
    away.addEventListener("click", () => drop(one));
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", one.name);
    const state = document.createElement("span");
    state.className = "sending__said";
    item.append(name, away, bar, state);
    list.append(item);
    return { item, bar, state };
  };
  const say = (one, text) => {
    one.line.state.textContent = text;
  };

  const queue = [];
  let running = 0;
  let wanted = null; // the button that waits until all is sent

  const drop = (one) => {
    one.isOver = true;
    one.request?.abort();
    one.line.item.remove();
    forget(one);
    goOn();
  };
  const end = async (one) => {
    one.isOver = true;
    await forget(one);
    goOn();
  };

  const send = (one) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      one.request = request;
      const data = new FormData();
      data.append("csrfmiddlewaretoken", token);
      data.append("key", one.key);
      data.append("pictures", one.blob, one.name);
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      let last = Date.now();
      const watch = setInterval(() => Date.now() - last > STALLED && request.abort(), 1000);
      request.upload.onprogress = (event) => {
        last = Date.now();
        const percent = Math.round((event.loaded / event.total) * 100);
        one.line.bar.value = percent;
        say(one, words.sending.replace("{percent}", percent));
      };
      request.onloadend = () => {
        clearInterval(watch);
        resolve(request);
      };
      request.send(data);
    });
  const answer = (request) => {
    try {
      return JSON.parse(request.responseText);
    } catch {
      return null;
    }
  };

  const work = async (one) => {
    if (!one.blob) {
      say(one, words.shrinking);
      one.blob = await smaller(one.file);
      if (one.blob.size > MOST_BYTES) return refuse(one, words.large);
      await remember(one);
    }
    const request = await send(one);
    if (one.isOver) return undefined;
    const told = answer(request);
    if (request.status === 200 && told) return keep(one);
    if (request.status === 422 && told) return refuse(one, told.refused.join(" "));
    if (request.status >= 200 && request.status < 500) return leave(one, words.signIn);
    return again(one);
  };
  const keep = async (one) => {
    one.line.item.remove();
    said.textContent = `${one.name}: ${words.kept}`;
    await end(one);
    await refresh();
  };
  const refuse = (one, why) => {
    one.line.item.classList.add("sending--refused");
    one.line.bar.remove();
    say(one, why);
    said.textContent = `${one.name}: ${why}`;
    wanted = null;
    return end(one);
  };
  const leave = (one, why) => {
    one.isOver = true;
    wanted = null;
    say(one, why);
  };
  const again = (one) => {
    one.pause = Math.min((one.pause || 500) * 2, LONGEST_PAUSE);
    one.notBefore = Date.now() + one.pause;
    one.isBusy = false;
    say(one, words.again);
    setTimeout(goOn, one.pause);
  };

  const goOn = () => {
    const open = queue.filter((one) => !one.isOver);
    const ready = open.filter((one) => !one.isBusy && (one.notBefore || 0) <= Date.now());
    while (running < AT_ONCE && ready.length) {
      const one = ready.shift();
      one.isBusy = true;
      running += 1;
      work(one).finally(() => {
        running -= 1;
        goOn();
      });
    }
    if (!open.length && wanted !== null) {
      const button = wanted;
      wanted = null;
      form.requestSubmit(button);
    }
  };
  const take = (one) => {
    one.line = line(one);
    say(one, words.waiting);
    queue.push(one);
  };
  window.addEventListener("offline", () => queue.forEach((one) => one.isBusy && one.request?.abort()));
  window.addEventListener("online", () => {
    queue.forEach((one) => {
      one.notBefore = 0;
    });
    goOn();
  });

  let chosen = 0;
  const newKey = () => {
    chosen += 1; // keys sort as the files were chosen
    return `${Date.now()}-${String(chosen).padStart(3, "0")}-${Math.random().toString(16).slice(2, 10)}`;
  };
  input?.addEventListener("change", () => {
    [...input.files].forEach((file) => {
      const one = { key: newKey(), name: file.name, file };
      remember(one);
      take(one);
    });
    input.value = ""; // they go one by one, not with the form
    goOn();
  });
  form.addEventListener("submit", (event) => {
    if (queue.every((one) => one.isOver)) return;
    event.preventDefault();
    wanted = event.submitter;
  });
  stored("readonly", (files) => files.getAll()).then((found) => {
    (found || []).filter((one) => one.url === form.action).forEach(take);
    goOn();
  });

  /* The pictures that are kept: the server says which, and in which order. */
  const replaceWith = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("daftar-foto");
    if (fresh) document.getElementById("daftar-foto").replaceWith(fresh);
    showGrips();
  };
  const refresh = async () => {
    const page = await fetch(location.href, { credentials: "same-origin" });
    if (page.ok) replaceWith(await page.text());
  };
  const showGrips = () =>
    panel.querySelectorAll("[data-grip]").forEach((grip) => {
      grip.hidden = false;
    });
  const numberOf = (item) => [...item.parentElement.children].indexOf(item);
  const change = async (act, data) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", token);
    Object.entries(data).forEach(([name, value]) => body.append(name, value));
    const page = await fetch(act, { method: "POST", body, credentials: "same-origin" });
    if (page.ok) replaceWith(await page.text());
    else location.reload();
  };

  /* By keyboard: the buttons, without losing the place. */
  panel.addEventListener("submit", async (event) => {
    const acts = event.target.closest(".submission-pictures__acts");
    const button = event.submitter;
    if (!acts || !button) return;
    event.preventDefault();
    await change(acts.action, { [button.name]: "1" });
    const again = [...panel.querySelectorAll(".submission-pictures__acts")].find((one) => one.action === acts.action);
    if (!again) {
      panel.querySelector("[data-said]").textContent = "";
      (panel.querySelector(".submission-pictures__acts button") || input)?.focus();
      return;
    }
    (again.querySelector(`[name=${button.name}]`) || again.querySelector("button")).focus();
    said.textContent = words.moved.replace("{place}", numberOf(again.closest("li")) + 1);
  });

  /* By finger or mouse. */
  panel.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".submission-pictures__grip");
    if (!grip) return;
    event.preventDefault();
    const item = grip.closest("li");
    const began = numberOf(item);
    item.dataset.held = "";
    const follow = (moved) => {
      const over = document.elementFromPoint(moved.clientX, moved.clientY)?.closest(".submission-pictures__one");
      if (!over || over === item) return;
      if (numberOf(over) > numberOf(item)) over.after(item);
      else over.before(item);
    };
    const letGo = async () => {
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerup", letGo);
      document.removeEventListener("pointercancel", letGo);
      delete item.dataset.held;
      const place = numberOf(item);
      if (place === began) return;
      await change(item.querySelector("form").action, { place });
      said.textContent = words.moved.replace("{place}", place + 1);
    };
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", letGo);
    document.addEventListener("pointercancel", letGo);
  });
  showGrips();
})();
