// The button that prints.

document.querySelector(".bar .print").addEventListener("click", () => print());
