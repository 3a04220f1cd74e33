// In the place of a page that has gone: leads on to the new page, with the place that was asked for; a place that has an
// address of its own by now is a link here, under the name it had.
(() => {
  "use strict";
  const own = [...document.querySelectorAll("main a[id]")].find(({ id }) => location.hash === `#${id}`);
  const page = document.querySelector("main a:not([id])");
  const address = new URL((own ?? page).href);
  if (!own && location.hash) address.hash = location.hash;
  location.replace(address);
})();
