/* Scoring by keyboard: in a row of answers 1 to 5 choose, 0 says that it does not apply, and the next row is asked. */
(() => {
  const form = document.querySelector("[data-score-keys]");
  if (!form) return;
  const rows = [...form.querySelectorAll("fieldset")];
  const next = (row) => {
    const after = rows[rows.indexOf(row) + 1];
    return after ? after.querySelector("input:checked") || after.querySelector("input") : form.querySelector("textarea");
  };
  form.addEventListener("keydown", (event) => {
    const row = event.target.closest("fieldset");
    if (!row || event.ctrlKey || event.metaKey || event.altKey || !/^[0-5]$/.test(event.key)) return;
    const value = event.key === "0" ? form.dataset.scoreKeys : event.key;
    const answer = row.querySelector(`input[value="${value}"]`);
    if (!answer) return;
    event.preventDefault();
    answer.checked = true;
    next(row).focus();
  });
})();
