// What the types must refuse. A line that is not refused is an error itself.
import type { StandfirstLoadDetail } from "standfirst";

export const given = [
  // @ts-expect-error an address is a text
  <standfirst-article src={5} />,
  // @ts-expect-error there are levels, not yes and no
  <standfirst-article heading-level={true} />,
  // @ts-expect-error an article is an object
  <standfirst-article data="A headline" />,
  // @ts-expect-error the detail of a failure has no headline
  <standfirst-article onstandfirst-error={({ detail }) => detail.headline} />,
  // @ts-expect-error an icon has no address
  <standfirst-icon src="calendar.svg" />,
];

export const load = (event: CustomEvent<StandfirstLoadDetail>) => {
  // @ts-expect-error it is the headline
  return event.detail.title;
};

document.querySelector("standfirst-article")?.addEventListener("standfirst-error", ({ detail }) => {
  // @ts-expect-error there is no such reason
  if (detail.reason === "bad-luck") console.warn(detail.message);
});

export const found: HTMLElement | null = document.querySelector("standfirst-icon");
// @ts-expect-error an icon cannot be asked for again
document.querySelector("standfirst-icon")?.reload();
