// Passkeys, where the browser has them: on the sign-in page and the account page. Everything else works without this file.
const place = document.querySelector('[data-passkey]');
if (place && window.PublicKeyCredential) {
  place.hidden = false;
  const button = place.querySelector('button');
  const failed = place.querySelector('[data-failed]');
  const work = place.dataset.passkey === 'sign-in' ? signIn : add;
  button.addEventListener('click', async () => {
    failed.textContent = '';
    button.disabled = true;
    try {
      await work();
    } catch {
      failed.textContent = failed.dataset.failed;
    }
    button.disabled = false;
  });
}

async function signIn() {
  const asked = await told('/sign-in/passkey');
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    allowCredentials: (asked.allowCredentials ?? []).map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const made = await navigator.credentials.get({ publicKey });
  const { authenticatorData, clientDataJSON, signature, userHandle } = made.response;
  await told('/sign-in/passkey', {
    ...named(made),
    response: {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      ...(userHandle ? { userHandle: text(userHandle) } : {}),
    },
  });
  location.assign(place.dataset.back);
}

async function add() {
  const name = place.querySelector('input');
  if (!name.reportValidity()) return;
  const asked = await told('/account/passkeys');
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: (asked.excludeCredentials ?? []).map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const made = await navigator.credentials.create({ publicKey });
  const { attestationObject, clientDataJSON } = made.response;
  const transports = made.response.getTransports?.() ?? [];
  const response = {
    ...named(made),
    response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON), transports },
  };
  await told('/account/passkeys', { name: name.value, response });
  location.assign('/account#passkeys');
  location.reload();
}

function named(made) {
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    clientExtensionResults: made.getClientExtensionResults(),
    ...(made.authenticatorAttachment ? { authenticatorAttachment: made.authenticatorAttachment } : {}),
  };
}

async function told(address, body) {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(address, sent);
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

function bytes(base64url) {
  const letters = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
