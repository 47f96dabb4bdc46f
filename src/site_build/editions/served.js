"use strict";
// Starts the scripts of a page that comes from a server. Where it comes from a disk they stay text:
// browsers do not let a file load modules, ask for data, or start workers.
if (location.protocol !== "file:") {
  // Some stand in a template, for a script of the page that takes them out of it.
  const later = [...document.querySelectorAll("template")].map(({ content }) => content);
  for (const part of [...later, document]) {
    for (const waiting of part.querySelectorAll("script[data-served]")) {
      const script = document.createElement("script");
      for (const { name, value } of waiting.attributes) {
        script.setAttribute(name, value);
      }
      script.type = waiting.getAttribute("data-served") ?? "";
      script.async = false; // one after the other, as they stand in the page
      script.textContent = waiting.textContent;
      waiting.replaceWith(script);
    }
  }
}
