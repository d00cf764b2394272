import { describe, expect, test } from 'vitest';
import { proxyFor } from '#adapters/http/proxy-for.ts';
import { Secret } from '#kernel/secret.ts';

const http = new Secret('http://plain.example:3128');
const https = new Secret('http://secure.example:3128');
const goesThrough = (address: string, ...exceptions: readonly string[]): boolean =>
  proxyFor(new URL(address), { http, https, exceptions }) !== undefined;

test('each kind of address has its own proxy, or none', () => {
  const proxies = { http, https, exceptions: [] };
  expect(proxyFor(new URL('http://news.example/'), proxies)).toBe(http);
  expect(proxyFor(new URL('https://news.example/'), proxies)).toBe(https);
  expect(proxyFor(new URL('https://news.example/'), { http, exceptions: [] })).toBeUndefined();
});

describe('NO_PROXY', () => {
  test.each([
    ['https://news.example/', 'news.example', false],
    ['https://a.news.example/', 'news.example', false],
    ['https://a.news.example/', '.news.example', false],
    ['https://news.example/', '.news.example', false],
    ['https://news.example./', 'news.example', false],
    ['https://NEWS.example/', 'News.Example', false],
    ['https://a.news.example/', '*.news.example', false],
    ['https://news.example/', '*.news.example', true],
    ['https://badnews.example/', 'news.example', true],
    ['https://news.example/', '*', false],
    ['https://news.example/', 'news.example:443', false],
    ['https://news.example/', 'news.example:8443', true],
    ['http://10.1.2.3/', '10.0.0.0/8', false],
    ['http://11.1.2.3/', '10.0.0.0/8', true],
    ['http://10.1.2.3/', '10.1.2.3', false],
    ['http://[fd00::1]/', 'fd00::/8', false],
    ['http://[fd00::1]/', '[fd00:0::1]:80', false],
    ['https://news.example/', '10.0.0.0/8', true],
    ['https://news.example/', '10.0.0.0/99', true],
  ])('%s with %s goes through the proxy: %s', (address, exception, expected) => {
    expect(goesThrough(address, exception)).toBe(expected);
  });
});
