/// The page's script: sorts tables, filters long ones, opens and closes details. The page is complete without it.
enum PageScript {
  static let text = #"""

    (() => {
      "use strict";
      const make = (name, properties) => Object.assign(document.createElement(name), properties);
      const valueOf = (row, at) => {
        const cell = row.cells[at];
        const value = cell.dataset.value ?? cell.textContent.trim();
        return value !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
      };
      const compare = (a, b) =>
        typeof a === "number" && typeof b === "number" ? a - b
        : typeof a === typeof b ? a.localeCompare(b) : typeof a === "number" ? 1 : -1;

      for (const table of document.querySelectorAll("table.sortable")) {
        const body = table.tBodies[0];
        if (body.rows.length < 2) continue;
        const original = [...body.rows];
        [...table.tHead.rows[0].cells].forEach((head, at) => {
          if (head.classList.contains("plot")) return;
          const button = make("button", { type: "button", textContent: head.textContent });
          head.replaceChildren(button);
          button.addEventListener("click", () => {
            const order = { none: "descending", descending: "ascending", ascending: "none" };
            const next = order[head.getAttribute("aria-sort") ?? "none"];
            for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
            if (next !== "none") head.setAttribute("aria-sort", next);
            const sign = next === "ascending" ? 1 : -1;
            const rows = next === "none" ? original
              : [...original].sort((a, b) => sign * compare(valueOf(a, at), valueOf(b, at)));
            body.append(...rows);
          });
        });
        if (original.length > 8) {
          const input = make("input", { type: "search" });
          const label = make("label", { className: "filter", textContent: "Show only rows with " });
          label.append(input);
          table.closest(".scroll").before(label);
          input.addEventListener("input", () => {
            const wanted = input.value.trim().toLowerCase();
            for (const row of original) row.hidden = !row.textContent.toLowerCase().includes(wanted);
          });
        }
      }

      const open = () => {
        let id = "";
        try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
        const target = id && document.getElementById(id);
        for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      };
      addEventListener("hashchange", open);
      open();
      addEventListener("beforeprint", () => { for (const at of document.querySelectorAll("details.rule")) at.open = true; });
    })();

    """#
}
