// Is each fault the fault it says it is? Asked of Node's own client, over raw sockets where that one hides too much.
import assert from "node:assert/strict";
import http from "node:http";
import net from "node:net";
import { after, before, test } from "node:test";
import { start } from "./server.mjs";

let server;
before(async () => (server = await start(0)));
after(() => server.close());

const at = (path) => `${server.origin}${path}`;
const get = (path, options) => fetch(at(path), options);
const log = async (id) => (await get(`/log?id=${id}`)).json();
/** Asks until it is so: the server sees a client leave a moment later than the client. */
async function eventually(question) {
  for (let i = 0; i < 100; i += 1) {
    if (await question()) return true;
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}
/** All bytes of an answer as they came, and how the connection ended. */
function raw(path) {
  return new Promise((done) => {
    const socket = net.connect(server.port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`));
    let text = "";
    let error = null;
    socket.on("data", (data) => (text += data)).on("error", (e) => (error = e.code)).on("close", () => done({ text, error }));
  });
}

test("an article comes with the headline asked for, open to other origins", async () => {
  const answer = await get("/article?headline=Hello&id=a");
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal(answer.headers.get("access-control-expose-headers"), "Retry-After");
  assert.equal((await answer.json()).headline, "Hello");
});

test("a delayed article takes at least its delay", async () => {
  const began = performance.now();
  await get("/article?delay=150");
  assert.ok(performance.now() - began >= 145);
});

test("a status comes as asked, with Retry-After, and with a good article as its body", async () => {
  const answer = await get("/status/503?retry_after=7");
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get("retry-after"), "7");
  assert.ok((await answer.json()).headline);
});

test("the body of a status can be a page, or nothing", async () => {
  assert.match(await (await get("/status/404?body=html")).text(), /<h1>404/);
  assert.equal(await (await get("/status/500?body=empty")).text(), "");
});

test("304 and 204 carry no body", async () => {
  assert.match((await raw("/status/304")).text, /^HTTP\/1\.1 304[^]*\r\n\r\n$/);
  assert.match((await raw("/204")).text, /^HTTP\/1\.1 204[^]*\r\n\r\n$/);
});

test("an impossible status is refused and does not end the server", async () => {
  assert.equal((await get("/status/9000")).status, 400);
  assert.equal((await get("/article")).status, 200);
});

test("flaky fails as often as it says, counted by id, and then is well", async () => {
  const ask = async (id) => (await get(`/flaky/503/2?id=${id}`)).status;
  assert.deepEqual([await ask("f1"), await ask("f1"), await ask("f1"), await ask("f2")], [503, 503, 200, 503]);
});

test("flaky resets and then is well", async () => {
  await assert.rejects(get("/flaky/reset/1?id=f3"));
  assert.equal((await get("/flaky/reset/1?id=f3")).status, 200);
});

test("flaky begins with any other fault, and then is well", async () => {
  assert.equal(await (await get("/flaky/empty/1?id=f4")).text(), "");
  assert.match(await (await get("/flaky/type/1/html?id=f5")).text(), /Sign in/);
  await assert.rejects(get("/flaky/stall/1/headers?id=f6", { signal: AbortSignal.timeout(100) }), { name: "TimeoutError" });
  for (const path of ["/flaky/empty/1?id=f4", "/flaky/type/1/html?id=f5", "/flaky/stall/1/headers?id=f6"]) {
    assert.equal((await (await get(path)).json()).headline, "It arrived");
  }
});

test("echo answers what it is given, wherever under its path", async () => {
  assert.deepEqual(await (await get(`/echo/news/a?json=${encodeURIComponent('{"headline":"Echo"}')}`)).json(), { headline: "Echo" });
});

test("nobody listens on the refused port", async () => {
  const { port, refused_port } = await (await get("/info")).json();
  assert.equal(port, server.port);
  await assert.rejects(fetch(`http://127.0.0.1:${refused_port}/`), (error) => error.cause.code === "ECONNREFUSED");
});

test("a reset before the headers sends not one byte", async () => {
  assert.deepEqual(await raw("/reset/before"), { text: "", error: "ECONNRESET" });
});

test("a reset in the middle sends the headers and half the body first", async () => {
  const { text, error } = await raw("/reset/mid");
  assert.match(text, /^HTTP\/1\.1 200[^]*\r\n\r\n\{"headline"/);
  assert.ok(!text.endsWith("}"));
  assert.equal(error, "ECONNRESET");
});

test("stalled headers never come, and the log sees the client leave", async () => {
  await assert.rejects(get("/stall/headers?id=s1", { signal: AbortSignal.timeout(100) }), { name: "TimeoutError" });
  assert.ok(await eventually(async () => (await log("s1")).aborted === 1));
  assert.equal((await log("s1")).open, 0);
});

test("a stalled body sends half and is open until the client leaves", async () => {
  const stop = new AbortController();
  const answer = await get("/stall/body?id=s2", { signal: stop.signal });
  assert.equal(answer.status, 200);
  assert.equal((await log("s2")).open, 1);
  assert.equal((await (await get("/open")).json()).open, 1);
  stop.abort();
  await assert.rejects(answer.text());
  assert.ok(await eventually(async () => (await log("s2")).aborted === 1));
});

test("a slow article drips and is whole in the end", async () => {
  const began = performance.now();
  assert.ok((await (await get("/slow?chunk=40&every=40")).json()).headline);
  assert.ok(performance.now() - began > 80);
});

test("a login page comes as HTML with status 200, an article can come as plain text", async () => {
  const page = await get("/type/html");
  assert.equal(page.status, 200);
  assert.equal(page.headers.get("content-type"), "text/html");
  const text = await get("/type/text");
  assert.equal(text.headers.get("content-type"), "text/plain");
  assert.ok(JSON.parse(await text.text()).headline);
});

test("empty is zero bytes with status 200", async () => {
  const answer = await get("/empty");
  assert.equal(answer.status, 200);
  assert.equal((await answer.arrayBuffer()).byteLength, 0);
});

test("truncated is complete HTTP around incomplete JSON", async () => {
  const answer = await get("/truncated");
  const text = await answer.text();
  assert.equal(Number(answer.headers.get("content-length")), text.length);
  assert.throws(() => JSON.parse(text), SyntaxError);
});

test("utf8 holds a byte that is no UTF-8, and is well-formed JSON but for that", async () => {
  const bytes = await (await get("/utf8")).arrayBuffer();
  assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes), TypeError);
  assert.equal(JSON.parse(new TextDecoder().decode(bytes)).headline, "It \uFFFD arrived");
});

test("bom is a good article after a byte order mark", async () => {
  const bytes = Buffer.from(await (await get("/bom")).arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.ok(JSON.parse(bytes.subarray(3).toString()).headline);
});

test("a large article is valid and of exactly the size asked for, declared or not", async () => {
  for (const declared of [0, 1]) {
    const answer = await get(`/large?bytes=300000&declared=${declared}&id=l${declared}`);
    assert.equal(answer.headers.get("content-length"), declared ? "300000" : null);
    const text = await answer.text();
    assert.equal(text.length, 300000);
    assert.equal(JSON.parse(text).headline, "Large");
    assert.equal((await log(`l${declared}`)).bytes, 300000);
  }
});

test("a large article stops being sent when the client leaves", async () => {
  await new Promise((done) => {
    http.get(at("/large?bytes=500000000&id=l3"), (res) => res.once("data", () => (res.destroy(), done())));
  });
  assert.ok(await eventually(async () => (await log("l3")).aborted === 1));
  assert.ok((await log("l3")).bytes < 50_000_000);
});

test("a large article that is held comes so far at once, and goes on in drips", async () => {
  const leave = new AbortController();
  const answer = await fetch(at("/large?bytes=80000000&held=300000&id=l4"), { signal: leave.signal });
  let came = 0;
  for await (const piece of answer.body) {
    came += piece.length;
    if (came > 320_000) break;
  }
  leave.abort();
  assert.ok(await eventually(async () => (await log("l4")).aborted === 1));
  const { bytes, answered } = await log("l4");
  assert.ok(bytes < 80_000_000, bytes);
  assert.deepEqual(answered, []);
});

test("corrupt gzip fails while it is read, not before", async () => {
  const answer = await get("/gzip/corrupt");
  assert.equal(answer.status, 200);
  await assert.rejects(answer.text());
});

test("a redirect goes where it is told", async () => {
  const answer = await get(`/redirect?to=${encodeURIComponent("/article?headline=Moved")}`);
  assert.ok(answer.redirected);
  assert.equal((await answer.json()).headline, "Moved");
});

test("nocors is an article without the header, and an error has the header too", async () => {
  assert.equal((await get("/nocors")).headers.get("access-control-allow-origin"), null);
  assert.equal((await get("/status/500")).headers.get("access-control-allow-origin"), "*");
});

test("an array and a number are JSON but no object", async () => {
  assert.ok(Array.isArray(await (await get("/array")).json()));
  assert.equal(await (await get("/number")).json(), 42);
});

test("the log counts requests by id with their times, and can be emptied", async () => {
  await get("/article?id=c1");
  await get("/article?id=c1");
  assert.ok(await eventually(async () => (await log("c1")).answered.length === 2));
  const { count, times, answered, aborted } = await log("c1");
  assert.deepEqual([count, times.length, aborted], [2, 2, 0]);
  assert.ok(times[0] <= answered[0] && answered[0] <= times[1]);
  await get("/reset-log");
  assert.equal((await log("c1")).count, 0);
});

test("an address that is no fault is a 404 and is not counted", async () => {
  assert.equal((await get("/typo?id=t")).status, 404);
  assert.equal((await log("t")).count, 0);
});
