// Texts that have broken programs before, made here from their kinds. What runs in a page calls `hit()`.

const call = ['hit()', 'alert(1)', 'top.hit&&top.hit()', 'window["hi"+"t"]()'];
const escapes = [
  '',
  '">',
  "'>",
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '-->',
  ']]>',
  '</p></div>',
  '`',
  '\\"',
  '&quot;>',
  '%22%3E',
];

const elements = (run: string) => [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<body onload=${run}>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<a href="javascript:${run}">a</a>`,
  `<math href="javascript:${run}">a</math>`,
  `<object data="javascript:${run}"></object>`,
  `<form><button formaction="javascript:${run}">b</button></form>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<video><source onerror=${run}></video>`,
  `<template><script>${run}</script></template><script>${run}</script>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `{@html '<img src=x onerror=${run}>'}`,
  `\${${run}}{{${run}}}<%= ${run} %>#{${run}}`,
];

const attributes = (run: string) => [
  `" onmouseover="${run}" autofocus onfocus="${run}" x="`,
  `' onpointerenter='${run}' style='position:fixed;inset:0' '`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:${run}`,
  `x\r\nSet-Cookie: a=b\r\n\r\n<script>${run}</script>`,
];

const ways = ['../../../../etc/passwd', '..\\..\\..\\windows\\win.ini', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '....//....//etc/passwd', '/proc/self/environ', 'file:///etc/passwd', '\\\\evil\\share', 'con', 'nul.txt', 'a/../../b', '~root', '$(touch /tmp/hit)', '`touch /tmp/hit`', '; touch /tmp/hit #', '| touch /tmp/hit', '${jndi:ldap://127.0.0.1/a}']; // prettier-ignore
const queries = ["'", "''", "' or '1'='1", "'; drop table statement; --", '" or ""="', "1' union select null, version() --", "\\'; select pg_sleep(9); --", "$$ select 1 $$", ') or 1=1 --', 'E\'\\x27\'', '%', '_', '\\', "to_tsquery('a & & b')", ':* & !', '((((', 'a'.repeat(3) + ' <-> <->', '{"$ne":null}', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '[object Object]', 'undefined', 'null', 'NaN', 'true', '-1', '0', '1e999', '0x7fffffff', '99999999999999999999', '1/0']; // prettier-ignore
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://127.0.0.1:9","x")',
  "=cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  ';=1+1',
  '=IMPORTXML(CONCAT("http://127.0.0.1:9/",A1),"//a")',
  '＝1+1',
  '"=1+1',
];
const characters = ['\u202eevil\u202c', '\u2066\u2067a\u2069', 'Ken\u200bya', '\ufeff', '\u0000', 'a\u0000b', '\ufffe\uffff', '\u0001\u0002\u001b[31m', '\u0085\u2028\u2029', 'e\u0301'.repeat(50), 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇪🇺', '\ud83d', '\udc00\ud800', 'ﷺ'.repeat(30), '田中さんにあげて下さい', 'الكل في المجموعة', 'שלום', '𝔎𝔢𝔫𝔶𝔞', '\u{e0041}\u{e0042}', '‮⁦hit⁩⁦', 'ı İ ẞ ß ﬁ', '½⅓¼', '\u00ad'.repeat(20), 'Ω≈ç√∫˜µ≤≥÷', '()', '"', '<', '&', '&amp;lt;script&amp;gt;', '&#x3c;script&#x3e;hit()&#x3c;/script&#x3e;', '\\u003cscript\\u003ehit()\\u003c/script\\u003e', '%3Cscript%3Ehit()%3C/script%3E', '+ADw-script+AD4-hit()+ADw-/script+AD4-']; // prettier-ignore
const shapes = ['x'.repeat(199), 'x'.repeat(10_000), ' '.repeat(5000) + '!', '('.repeat(3000), '[['.repeat(2000), '<'.repeat(5000), 'a@'.repeat(2000), '\n'.repeat(5000), '-'.repeat(5000) + 'a', '{"a":'.repeat(2000), '&'.repeat(3000), '“'.repeat(3000), 'a '.repeat(4000)]; // prettier-ignore
const markups = ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', '<?xml version="1.0"?><!ENTITY lol "lol">', '<![CDATA[<script>hit()</script>]]>', '<!--#exec cmd="touch /tmp/hit"-->', '<?php echo 1 ?>', '[a](javascript:hit())', '![a](x" onerror="hit())', '<style>@import "http://127.0.0.1:9/a.css"</style>', '<link rel=stylesheet href=http://127.0.0.1:9/a.css>', '<base href=http://127.0.0.1:9/>', '#set($x=1)', '*{${7*7}}', '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd"/></x>']; // prettier-ignore

/** All of them, each once. */
export const hostileInputs: readonly string[] = [
  ...new Set([
    ...call.flatMap((run) => [...elements(run), ...attributes(run)]),
    ...escapes.flatMap((escape) => elements('hit()').map((element) => escape + element)),
    ...escapes.slice(1, 8).flatMap((escape) => attributes('hit()').map((attribute) => escape + attribute)),
    ...ways,
    ...queries,
    ...formulas,
    ...characters,
    ...shapes,
    ...markups,
  ]),
];
