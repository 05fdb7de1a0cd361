// Everything works without this file. With it a queue is worked through by keyboard: j and k go from one comment to the
// next, a digit chooses what is ruled, w goes to the words, Ctrl and Enter sends.
const comments = [...document.querySelectorAll('.queued')];

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const comment = target.closest('.queued');
  if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    target.closest('form')?.requestSubmit();
    return;
  }
  const isTyping = target.matches('textarea, select, input:not([type=radio], [type=checkbox])');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
    if (key === 'Escape') comment?.focus();
    return;
  }
  const at = comments.indexOf(comment);
  if (key === 'j') go(comments[at + 1]);
  else if (key === 'k') go(comments[Math.max(0, at - 1)]);
  else if (comment && /^[1-9]$/.test(key)) choose(comment, Number(key));
  else if (comment && key === 'w') write(comment);
  else return;
  event.preventDefault();
});

function go(comment) {
  comment?.focus();
  comment?.scrollIntoView({ block: 'start' });
}

function choose(comment, place) {
  const form = opened(comment);
  const choice = form?.querySelectorAll('input[name^=choice]')[place - 1];
  if (!choice) return;
  choice.checked = true;
  choice.focus();
}

function write(comment) {
  opened(comment)?.querySelector('textarea')?.focus();
}

/** The fields of a ruling, out of their drawer. */
function opened(comment) {
  const fields = comment.querySelector('input[name^=choice]')?.closest('form, article');
  const drawer = fields?.closest('details');
  if (drawer) drawer.open = true;
  return fields;
}
