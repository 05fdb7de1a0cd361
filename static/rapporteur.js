// Everything works without this file. It only lights a sentence and its sources together.
for (const sentence of document.querySelectorAll('.para .s[id]')) {
  const source = document.getElementById('s' + sentence.id.slice(1));
  if (!source?.matches('dt')) continue;
  const light = (on) => [sentence, source].forEach((part) => part.classList.toggle('on', on));
  for (const part of [sentence, source, source.nextElementSibling]) {
    part.addEventListener('mouseenter', () => light(true));
    part.addEventListener('mouseleave', () => light(false));
    part.addEventListener('focusin', () => light(true));
    part.addEventListener('focusout', () => light(false));
  }
}

// A link to something inside a closed drawer opens it, also where the browser does not.
const openDrawer = () => {
  const drawer = document.getElementById(location.hash.slice(1))?.closest('details');
  if (drawer) drawer.open = true;
};
addEventListener('hashchange', openDrawer);
openDrawer();
