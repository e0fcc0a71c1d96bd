// The events bubble, so one listener serves all articles of a page, those that come later too.
document.addEventListener("standfirst-load", ({ detail }) => {
  document.title = detail.headline;
  document.querySelector("#said").textContent = detail.problems.length
    ? `Shown, but ${detail.problems.length} parts were left out: ${detail.problems.map(({ path, reason }) => `${path} (${reason})`).join(", ")}`
    : "Shown, nothing left out.";
});
document.addEventListener("standfirst-error", ({ detail }) => {
  document.querySelector("#said").textContent = `Not shown: ${detail.reason}`;
});
