import { createHash } from 'node:crypto';

const wanted: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  // Without any referrer a browser sends no origin with a form either, and every form would be refused.
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
  'content-security-policy': /frame-ancestors 'none'/,
};

/** What is wrong with an answer, whatever its status: headers, policy, scripts and handlers within the page, its cookies. */
export async function dangersIn(answer: Response): Promise<string[]> {
  const text = await answer.clone().text();
  const policy = answer.headers.get('content-security-policy') ?? '';
  const type = answer.headers.get('content-type') ?? '';
  const found = Object.entries(wanted)
    .filter(([name, pattern]) => !pattern.test(answer.headers.get(name) ?? ''))
    // A file's policy puts it into a sandbox, where nothing frames it either.
    .filter(([name]) => !(name === 'content-security-policy' && /default-src 'none'; sandbox/.test(policy)))
    .map(([name]) => `${name}: ${answer.headers.get(name)}`);
  if (/unsafe-inline|unsafe-eval|(script|default)-src[^;]*(\*|http:|https:|data:|blob:)/.test(policy))
    found.push(`a policy that allows too much: ${policy}`);
  for (const cookie of answer.headers.getSetCookie())
    if (!/; ?httponly/i.test(cookie) || !/; ?samesite=(lax|strict)/i.test(cookie)) found.push(`cookie ${cookie}`);
  if (!type.startsWith('text/html') || /attachment/.test(answer.headers.get('content-disposition') ?? '')) return found;
  if (!/charset=utf-8/i.test(type)) found.push(`content-type ${type}`);
  for (const [, attributes, script] of text.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g))
    if (!/\bsrc=/.test(attributes!) && !policy.includes(`'sha256-${sha256(script!)}'`))
      found.push(`script ${script!.slice(0, 80)}`);
  for (const [tag] of text.matchAll(
    /<[a-z][^>]*\s(?:on[a-z]+\s*=|style\s*=|(?:href|src|action)\s*=\s*["']?\s*javascript:)[^>]*>/gi,
  ))
    found.push(tag.slice(0, 120));
  return found;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
