/* Each step begins where its first wrong or first field is, or at its heading; Enter goes on. */
document.addEventListener("DOMContentLoaded", () => {
  "use strict";
  const card = document.getElementById("wizard");
  if (!card) return;
  const result = document.querySelector("#trial-result > *");
  const first = card.querySelector(".wrong input, .wrong select") || (result && card.querySelector("[id='wizard:called']")) || card.querySelector(".fields input, .fields select") || document.getElementById("wizard-head");
  first.focus();
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.closest(".trial-inputs input")) return;
    event.preventDefault();
    document.getElementById("wizard:try").click();
  });
});
