// Everything works without this file. It lights a sentence and its sources together, and opens the drawer one asked for.
for (const sentence of document.querySelectorAll('.para .s[id]')) {
  const source = document.getElementById('s' + sentence.id.slice(1));
  if (!source?.matches('dt')) continue;
  const light = (on) => {
    for (const part of [sentence, source]) part.classList.toggle('on', on || location.hash === '#' + source.id);
  };
  for (const part of [sentence, source, source.nextElementSibling]) {
    part.addEventListener('mouseenter', () => light(true));
    part.addEventListener('mouseleave', () => light(false));
    part.addEventListener('focusin', () => light(true));
    part.addEventListener('focusout', () => light(false));
  }
  addEventListener('hashchange', () => light(false));
  light(false);
}

// Browsers open a closed drawer for a link that leads inside it; older ones need to be told.
const openDrawer = () => {
  const drawer = document.getElementById(location.hash.slice(1))?.closest('details');
  if (drawer) drawer.open = true;
};
addEventListener('hashchange', openDrawer);
openDrawer();
