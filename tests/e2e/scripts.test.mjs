// Scripts of the world: what runs the other way keeps to itself, and each breaks its lines as it should. The plural classes
// of every language that is shipped are tested with the words themselves (src/i18n).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { host, SCRIPT } from "./host.mjs";
import { lost, overlapping, through } from "./roots.mjs";

const LIMIT = { timeout: 180_000 };

/** Names, titles and texts that could reorder what stands around them, and the direction that is their own, as a text too. */
const CASES = {
  "an Arabic name": ["ليلى حدّاد", "rtl"],
  "a Hebrew name": ["יעל כהן", "rtl"],
  "a Persian name with a joiner": ["نازنین می‌خواهد", "rtl"],
  "an Arabic name before a Latin one": ["ليلى Haddad", "rtl"],
  "a Latin name before an Arabic one": ["Leila حدّاد", "ltr"],
  "Hebrew with a name in brackets": ["דנה (Dana)", "rtl"],
  "Hebrew and a number": ["כהן 42", "rtl"],
  "a number before Arabic": ["7 أيام", "rtl"],
  "a number alone": ["2024", "ltr"],
  "a telephone number": ["+44 20 7946 0042", "ltr"],
  "a telephone number after Arabic": ["هاتف +20 2 1234 5678", "rtl"],
  "an address with Arabic in it": ["https://news.example/عربي", "ltr"],
  "an Arabic handle": ["@ليلى", "rtl"],
  "a Latin handle": ["@ana_ruiz", "ltr"],
  "a mark at the end of Latin": ["Yahoo!", "ltr"],
  "a mark at the end of Arabic": ["كيف؟", "rtl"],
  "an override that turns letters around": ["Ana \u202egnp.exe", "ltr"],
  "an isolate that is never closed": ["Ana \u2067Ruiz", "ltr"],
  "an end of isolates that none began": ["Ana \u2069\u2069\u202c Ruiz", "ltr"],
  "a mark for the other direction, before Latin": ["\u200fAna Ruiz", "ltr", "rtl"],
  "a person of several signs": ["👩🏽‍💻 Ana 👨‍👩‍👧‍👦", "ltr"],
};
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

let show, close;
before(async () => ({ show, close } = await host()));
after(() => close?.());

const inline = (data) => `<script type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
const open = (body, options) =>
  show(`<meta name="viewport" content="width=device-width"><style>body { margin: 0 }</style>${SCRIPT}${body}`, { reducedMotion: "reduce", viewport: { width: 900, height: 900 }, ...options, before: async (page) => (page.setDefaultTimeout(15_000), await through(page), await options?.before?.(page)) });

/** Where a text begins and ends in an element, from the first to the last of its letters, and the line that it is in. */
const measure = (page) =>
  page.addInitScript(() => {
    const texts = (el) => {
      const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node; (node = walker.nextNode()); ) found.push(node);
      return found;
    };
    const boxOf = (node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const { left, right, top } = range.getBoundingClientRect();
      return { left: Math.round(left), right: Math.round(right), top: Math.round(top) };
    };
    globalThis.measure = {
      texts,
      boxOf,
      /** The box of the first place of a word in an element. */
      word(el, word) {
        for (const node of texts(el)) {
          const at = node.data.indexOf(word);
          if (at >= 0) return boxOf(node, at, at + word.length);
        }
        return null;
      },
      /** Which way the letters of an element run: whether the last stands to the right of the first. */
      runs(el) {
        const seen = (el.nodeType === 3 ? [el] : texts(el)).flatMap((node) => [...node.data.matchAll(/[\p{L}\p{N}\p{P}\p{S}]/gu)].map(({ index, 0: letter }) => boxOf(node, index, index + letter.length)).filter(({ left, right }) => right > left));
        return seen.at(-1).left >= seen[0].left ? "ltr" : "rtl";
      },
    };
  });

/** How one text after the other stands in a line, as the language of the page has it. */
const inOrder = (boxes, rtl) => boxes.every((box, at) => at === 0 || box.top > boxes[at - 1].top + 6 || (rtl ? box.right <= boxes[at - 1].left + 1 : box.left >= boxes[at - 1].right - 1));

for (const [lang, rtl, words] of [["en", false, { job: "Alpha", last: "Omega", note: "Beta" }], ["ar", true, { job: "ألفا", last: "أوميغا", note: "بيتا" }]]) {
  describe(`names and texts that run either way, ${rtl ? "from right to left" : "from left to right"}`, LIMIT, () => {
    test("as the author and the title of an article each keeps its own direction, and what follows it its place", async () => {
      const articles = Object.values(CASES).map(([text]) => ({ headline: text, inLanguage: lang, author: [{ name: text, jobTitle: words.job }, { name: words.last, jobTitle: text }, { name: words.note }], image: { url: "/art/boats-480.jpg", alt: words.note, caption: words.note, creditText: text, width: 480, height: 270 }, body: [{ type: "paragraph", text: words.note }], related: [{ headline: text, url: "https://news.example/", datePublished: "2024-12-10T10:00:00Z" }] }));
      const { page, quiet, close } = await open(articles.map((data) => `<standfirst-article heading-level="2">${inline(data)}</standfirst-article>`).join(""), { before: measure });
      await page.waitForFunction((count) => heard.filter(({ type }) => type === "standfirst-load").length === count, articles.length);
      const found = await page.evaluate((words) =>
        through.all(".sf-article").map((article) => {
          const by = article.querySelector(".sf-authors");
          const [name] = by.querySelectorAll("bdi");
          const title = article.querySelector(".sf-headline");
          const edge = name.getBoundingClientRect();
          const joined = [...by.childNodes].filter((node) => node.nodeType === 3 && /\p{L}/u.test(node.data)).at(-1);
          const credit = measure.texts(article.querySelector(".sf-credit")).filter((node) => node.data.trim());
          const whole = (node) => measure.boxOf(node, 0, node.length);
          return {
            name: [name.textContent, getComputedStyle(name).direction, measure.runs(name)],
            line: [{ left: Math.round(edge.left), right: Math.round(edge.right), top: Math.round(edge.top) }, measure.word(by, words.job), measure.word(by, words.last), measure.boxOf(joined, 0, joined.length), measure.word(by, words.note)],
            joined: [joined.data, measure.runs(joined)],
            title: getComputedStyle(title).direction,
            credit: [credit[0].data.at(0), credit.at(-1).data.at(-1), measure.boxOf(credit[0], 0, 1), ...credit.slice(1, -1).map(whole), measure.boxOf(credit.at(-1), credit.at(-1).length - 1, credit.at(-1).length)],
          };
        }), words);
      const faults = [];
      Object.entries(CASES).forEach(([what, [, own]], at) => {
        const { name, line, joined, title, credit } = found[at];
        if (name[1] !== own || name[2] !== own) faults.push(`${what}: the name runs ${name[1]}, its letters ${name[2]}`);
        if (!inOrder(line, rtl)) faults.push(`${what}: what follows the name is not after it: ${JSON.stringify(line)}`);
        if (joined[1] !== (/[a-z]/.test(joined[0]) ? "ltr" : "rtl")) faults.push(`${what}: “${joined[0]}” after the office is turned around`);
        const [opens, closes, ...parts] = credit;
        if (opens + closes !== "()" || !inOrder(parts, rtl)) faults.push(`${what}: the brackets of the credit are not around it: ${JSON.stringify(credit)}`);
        // The first letter of a title says little of its language, which the article says.
        if (title !== (rtl ? "rtl" : "ltr")) faults.push(`${what}: the title runs ${title}`);
      });
      assert.deepEqual(faults, []);
      quiet();
      await close();
    });

    test("as the name and the text of a comment each keeps its own direction, and what follows it its place", async () => {
      const items = Object.values(CASES).map(([text], at) => ({ id: `c${at}`, author: { name: text }, dateCreated: `2024-12-10T10:${String(59 - at).padStart(2, "0")}:00Z`, text, upvoteCount: 3 }));
      const { page, close } = await open(`<div lang="${lang}" dir="${rtl ? "rtl" : "ltr"}"><standfirst-comments open>${inline(items)}</standfirst-comments></div>`, { before: measure });
      await page.locator('.sf-comments[data-state="ready"]').waitFor();
      const found = await page.evaluate(() =>
        through.all(".sf-comment").map((comment) => {
          const edge = (selector) => {
            const { left, right, top } = comment.querySelector(selector).getBoundingClientRect();
            return { left: Math.round(left), right: Math.round(right), top: Math.round(top) };
          };
          const [name, text] = [comment.querySelector(".sf-comment-name"), comment.querySelector(".sf-comment-text")];
          return {
            name: [getComputedStyle(name).direction, measure.runs(name)],
            text: [getComputedStyle(text).direction, measure.runs(text)],
            line: [edge(".sf-comment-name"), edge(".sf-comment-date"), edge(".sf-fold")],
            under: [comment.querySelector(".sf-comment-acts").textContent, edge(".sf-comment-acts").left, measure.word(comment.querySelector(".sf-comment-acts"), "3").left],
            // A stranger's name is read within other words too, where nothing can isolate it.
            controls: [name.textContent, comment.querySelector(".sf-fold").ariaLabel],
          };
        }));
      assert.equal(found.length, items.length);
      const faults = [];
      Object.entries(CASES).forEach(([what, [, own, asText = own]], at) => {
        const { name, text, line, under, controls } = found[at];
        if (name[0] !== own || name[1] !== own) faults.push(`${what}: the name runs ${name[0]}, its letters ${name[1]}`);
        if (text[0] !== asText || text[1] !== own) faults.push(`${what}: the text runs ${text[0]}, its letters ${text[1]}`);
        if (!inOrder(line, rtl)) faults.push(`${what}: what follows the name is not after it: ${JSON.stringify(line)}`);
        if (JSON.stringify(under) !== JSON.stringify(found[0].under)) faults.push(`${what}: what stands under the text has another place: ${JSON.stringify(under)}`);
        controls.filter((text) => CONTROLS.test(text)).forEach((text) => faults.push(`${what}: the controls are still in ${JSON.stringify(text)}`));
      });
      assert.deepEqual(faults, []);
      await close();
    });
  });
}

test("control: without isolation a name reorders what follows it, and an override its own letters", LIMIT, async () => {
  const { page, close } = await open('<p id="a"><span>ליל</span> 42 Omega</p><p id="b"><bdi>Ana \u202egnp.exe</bdi></p>', { before: measure });
  const [line, runs] = await page.evaluate(() => [[measure.word(document.querySelector("#a"), "ליל"), measure.word(document.querySelector("#a"), "42")], measure.runs(document.querySelector("#b"))]);
  assert.equal(inOrder(line, false), false);
  assert.equal(runs, "ltr");
  assert.match(await page.locator("#b").textContent(), CONTROLS);
  await close();
});

/** A headline, a paragraph and a name in each script. */
const SCRIPTS = {
  "German": ["de", "Donaudampfschifffahrtsgesellschaft verlegt Rindfleischetikettierungsüberwachungsaufgabenübertragung", "Die Geschwindigkeitsbegrenzungsüberwachungskommission hat am Dienstag in Straßburg beschlossen, die Kraftfahrzeughaftpflichtversicherungsbedingungen zu ändern. Niemand wollte sich dazu äußern, auch nicht der Bezirksschornsteinfegermeister, der sonst zu allem etwas zu sagen hat und an diesem Abend nur schwieg.", "Jürgen Weiß-Häußler"],
  "Russian": ["ru", "Министры договорились о совместной проверке грузов на внутренних границах", "Таможенные службы пяти стран впервые будут обмениваться сведениями о поставщиках и маршрутах. Достопримечательностью соглашения стала взаимозаменяемость высококвалифицированных сотрудников, о которой говорили долго и без особенной надежды на успех.", "Анна Сергеевна Рыбакова"],
  "Greek": ["el", "Οι υπουργοί συμφώνησαν σε κοινούς ελέγχους στα εσωτερικά σύνορα", "Οι τελωνειακές υπηρεσίες πέντε χωρών θα ανταλλάσσουν για πρώτη φορά πληροφορίες για προμηθευτές και διαδρομές. Η αλληλοσυμπληρωματικότητα των αρμοδιοτήτων συζητήθηκε για πολύ καιρό χωρίς ιδιαίτερες ελπίδες επιτυχίας.", "Ελένη Παπαδοπούλου"],
  "Arabic": ["ar", "الوزراء يتفقون على تفتيش مشترك للبضائع عند الحدود الداخلية", "ستتبادل الجمارك في خمس دول للمرة الأولى معلومات عن المورّدين والطرق. وقال مسؤول حضر الاجتماع إن المطلوب هو أن يعرف الضابط في الوردية التالية ما عرفه زميله هذا الصباح، وإن الأمر لا يحتاج إلى أسرار.", "ليلى حدّاد"],
  "Hebrew": ["he", "השרים הסכימו על בדיקה משותפת של מטענים בגבולות הפנימיים", "רשויות המכס של חמש מדינות יחליפו לראשונה מידע על ספקים ועל מסלולים. פקיד שהשתתף בפגישה אמר כי אין צורך בסוד כדי לעצור משאית, אלא בכך שהקצין במשמרת הבאה יידע את מה שידע חברו בבוקר.", "יעל כהן"],
  "Hindi": ["hi", "मंत्रियों ने आंतरिक सीमाओं पर माल की संयुक्त जाँच पर सहमति जताई", "पाँच देशों के सीमा शुल्क विभाग पहली बार आपूर्तिकर्ताओं और मार्गों की जानकारी साझा करेंगे। बैठक में मौजूद एक अधिकारी ने कहा कि ट्रक रोकने के लिए किसी रहस्य की ज़रूरत नहीं, बस अगली पाली के अधिकारी को वही पता होना चाहिए जो आज सुबह आपको पता था।", "अनीता शर्मा"],
  "Thai": ["th", "รัฐมนตรีเห็นชอบให้ตรวจสินค้าร่วมกันที่พรมแดนภายใน", "หน่วยงานศุลกากรของห้าประเทศจะแลกเปลี่ยนข้อมูลเกี่ยวกับผู้จัดหาและเส้นทางเป็นครั้งแรกเจ้าหน้าที่ที่เข้าร่วมประชุมกล่าวว่าไม่จำเป็นต้องมีความลับเพื่อหยุดรถบรรทุกเพียงแต่เจ้าหน้าที่ในกะถัดไปต้องรู้สิ่งที่คุณรู้เมื่อเช้านี้", "ปิยะพร แก้วใส"],
  "Chinese": ["zh-Hans", "五国部长同意在内部边境联合检查货物", "五个国家的海关将首次交换有关供应商和路线的信息。一位出席会议的官员说：“要拦下一辆卡车，不需要什么秘密；只需要下一班、下一个国家的官员，知道你今天早上已经知道的事情。”他又补充道（声音很轻），这并不容易，但并非不可能。", "王小明"],
  "Japanese": ["ja", "五か国の閣僚、域内国境での共同検査に合意", "五か国の税関は、供給業者と経路に関する情報を初めて共有する。会議に出席した当局者は「トラックを止めるのに秘密はいらない。次の当直、次の国の係官が、今朝あなたの知ったことを知っていればよい」と述べた（声は小さかった）。容易ではないが、不可能でもない。", "佐藤美咲"],
  "Korean": ["ko", "5개국 장관, 역내 국경에서 화물 공동 검사에 합의", "다섯 나라의 세관은 공급업자와 경로에 관한 정보를 처음으로 교환하게 된다. 회의에 참석한 한 당국자는 “트럭 한 대를 세우는 데 비밀은 필요 없다. 다음 근무조, 다음 나라의 담당자가 오늘 아침 당신이 알던 것을 알면 된다”고 말했다(목소리는 작았다).", "김은지"],
};
const WIDTHS = [320, 768, 1280];
const made = ([lang, headline, text, name]) => ({
  headline, description: text.slice(0, 80), inLanguage: lang, author: [{ name, jobTitle: name }, { name }], datePublished: "2024-12-10T10:00:00Z", articleSection: name, keywords: [name, headline],
  image: { url: "/art/boats-480.jpg", alt: name, caption: text.slice(0, 60), creditText: name, width: 480, height: 270 },
  body: [{ type: "paragraph", text }, { type: "heading", level: 2, text: headline }, { type: "quote", text, citation: name }, { type: "pullquote", text: headline }, { type: "list", items: [text, headline] }, { type: "numbers", items: [{ value: "1234", label: headline }, { value: name, label: name }] }, { type: "table", caption: headline, header: [name, headline], rows: [[name, text]] }, { type: "callout", title: headline, body: [{ type: "paragraph", text }] }, { type: "details", summary: headline, open: true, body: [{ type: "paragraph", text }] }],
  comment: [{ id: "one", author: { name }, dateCreated: "2024-12-10T10:00:00Z", text }, { id: "two", parentItem: "one", author: { name: `${name} ${name}` }, dateCreated: "2024-12-11T10:00:00Z", text }],
});

/** Lines that are longer than their column, that stop long before its end, that begin or end with what must not, or on the wrong side. */
const badLines = (page, lang) =>
  page.evaluate((lang) => {
    const rtl = /^(ar|he)/.test(lang);
    const spaceless = /^(th|zh|ja)/.test(lang);
    const faults = new Set();
    for (const p of through.all(".sf-body > p")) {
      const column = p.getBoundingClientRect();
      const lines = [];
      for (const node of measure.texts(p)) {
        for (const { index, 0: letter } of node.data.matchAll(/\P{M}\p{M}*/gu)) {
          const box = measure.boxOf(node, index, index + letter.length);
          const line = lines.find(({ top }) => Math.abs(top - box.top) < 6) ?? (lines.push({ top: box.top, text: "", left: Infinity, right: -Infinity }), lines.at(-1));
          line.text += letter;
          if (!/\s/.test(line.text)) line.wide = (line.wide ?? 0) + box.right - box.left;
          if (letter.trim()) [line.left, line.right] = [Math.min(line.left, box.left), Math.max(line.right, box.right)];
        }
      }
      lines.forEach(({ text, left, right }, at) => {
        const said = `line ${at + 1} of ${lines.length} “${text.slice(0, 12)}…${text.slice(-6)}”`;
        // Punctuation may hang out of the column, by about a letter.
        if (left < column.left - 20 || right > column.right + 20) faults.add(`${said} is longer than its column`);
        if (Math.abs(rtl ? column.right - right : left - column.left) > 20) faults.add(`${said} begins elsewhere`);
        // A word that is longer than what is left of a line is no reason to break it.
        const word = lines[at + 1]?.wide ?? Infinity;
        if (at < lines.length - 1 && right - left < column.width * 0.5 && (spaceless || right - left + word < column.width)) faults.add(`${said} stops at ${Math.round(right - left)} of ${Math.round(column.width)} px`);
        if (/^[、。，．：；！？）」』】”’؟،]/.test(text.trim())) faults.add(`${said} begins with what ends`);
        if (/[（「『【“‘]$/.test(text.trim())) faults.add(`${said} ends with what begins`);
      });
      if (lines.length < 2) faults.add(`one line: ${p.textContent.slice(0, 12)}`);
    }
    return [...faults];
  }, lang);

describe("ten scripts", LIMIT, () => {
  let page, shut;
  before(async () => {
    ({ page, close: shut } = await open('<standfirst-article id="it" comments-open></standfirst-article>', { before: measure }));
  });
  after(() => shut?.());

  for (const [name, script] of Object.entries(SCRIPTS)) {
    test(`${name}: at 320, 768 and 1280 px nothing is lost or cut off, and lines break where they may`, async () => {
      const [lang, headline] = script;
      const rtl = ["ar", "he"].includes(lang);
      await page.evaluate((data) => (document.querySelector("#it").data = data), made(script));
      await page.locator(".sf-article:has(.sf-body) .sf-headline", { hasText: headline }).waitFor();
      await page.locator(".sf-comments").scrollIntoViewIfNeeded();
      await page.locator('.sf-comments[data-state="ready"]').waitFor();
      assert.deepEqual(await page.evaluate(() => through.all(".sf-article").map((el) => [el.lang, getComputedStyle(el).direction])), [[lang, rtl ? "rtl" : "ltr"]]);
      const faults = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        faults.push(...[...(await lost(page)), ...(await overlapping(page)), ...(await badLines(page, lang))].map((fault) => `${width} px: ${fault}`));
      }
      assert.deepEqual(faults, []);
    });
  }

  test("control: where lines may not break, or break anywhere, it is seen", async () => {
    await page.evaluate((data) => (document.querySelector("#it").data = data), made(SCRIPTS.Japanese));
    await page.locator(".sf-article:has(.sf-body) .sf-headline", { hasText: SCRIPTS.Japanese[1] }).waitFor();
    await page.setViewportSize({ width: 320, height: 900 });
    await page.evaluate(() => through.style(".sf-body > p { white-space: nowrap }"));
    assert.match((await badLines(page, "ja")).join("; "), /is longer than its column/);
    await page.evaluate(() => through.style(".sf-body > p { white-space: normal; line-break: anywhere !important; text-wrap: wrap !important }"));
    const seen = [];
    for (let width = 300; width < 340; width += 4) {
      await page.setViewportSize({ width, height: 900 });
      seen.push(...(await badLines(page, "ja")));
    }
    assert.match(seen.join("; "), /begins with what ends/);
  });
});
