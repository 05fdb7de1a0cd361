import { expect, test } from 'vitest';
import { isFromHere } from './from-here.ts';

const request = (address: string, url = 'http://localhost:3000/', headers: Record<string, string> = {}) => ({
  getClientAddress: () => address,
  url: new URL(url),
  request: new Request(url, { headers }),
});

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) =>
  expect(isFromHere(request(address))).toBe(true),
);

test.each(['10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', '127.0.0.1.evil.example', ''])('%j is not', (address) =>
  expect(isFromHere(request(address))).toBe(false),
);

test('nor is what a proxy on this machine passes on', () => {
  expect(isFromHere(request('127.0.0.1', 'http://localhost/', { 'x-forwarded-for': '10.0.0.7' }))).toBe(false);
  expect(isFromHere(request('127.0.0.1', 'http://localhost/', { forwarded: 'for=10.0.0.7' }))).toBe(false);
  expect(isFromHere(request('127.0.0.1', 'http://localhost/', { 'x-forwarded-proto': 'http' }))).toBe(true);
});

test('nor a request under another name than the machine’s own', () => {
  expect(isFromHere(request('127.0.0.1', 'https://forum.example/'))).toBe(false);
  expect(isFromHere(request('::1', 'http://[::1]:3000/'))).toBe(true);
});
