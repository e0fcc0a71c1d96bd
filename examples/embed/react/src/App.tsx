import { useState } from "react";
import type { StandfirstErrorDetail, StandfirstLoadDetail } from "standfirst";

const ADDRESSES = ["/articles/report.json", "/articles/japanese.json", "/articles/not-there.json"];

/** One that the program has already. Outside the component, so that it is the same object at each render. */
const NOTE = { headline: "A note", body: ["It was here all the time."] };

export function App() {
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState("");
  const onLoad = ({ detail }: CustomEvent<StandfirstLoadDetail>) => setSaid(`shown: ${detail.headline}`);
  const onError = ({ detail }: CustomEvent<StandfirstErrorDetail>) => setSaid(`not shown: ${detail.reason}`);
  return (
    <main>
      <button id="next" type="button" onClick={() => setAt((at + 1) % ADDRESSES.length)}>
        <standfirst-icon name="next" /> Another article
      </button>
      <p id="said" role="status">{said}</p>
      <standfirst-article id="fetched" src={ADDRESSES[at]} heading-level={2} onstandfirst-load={onLoad} onstandfirst-error={onError}>
        <a href={ADDRESSES[at]}>Read the article</a>
      </standfirst-article>
      <standfirst-article id="given" theme="light" heading-level={2} data={NOTE} />
    </main>
  );
}
