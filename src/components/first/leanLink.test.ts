import { expect, test } from "vitest";
import { leanLink } from "./leanLink";

test("an embed of a preset as it is paints its charts and controls by itself", () => {
  expect(leanLink("?embed=1")).toEqual({
    preset: "lambda-fsd-jump",
    charts: ["loss", "q"],
    controls: ["play", "step", "lf"],
    caption: null,
    hasLink: true,
    title: null,
    hasHostTheme: false,
  });
  expect(
    leanLink("?embed&preset=apo-loses&charts=rate,loss&controls=none&caption=Far+behind&actions=none&theme=dark"),
  ).toEqual({
    preset: "apo-loses",
    charts: ["rate", "loss"],
    controls: [],
    caption: "Far behind",
    hasLink: false,
    title: null,
    hasHostTheme: false,
  });
  expect(leanLink("?embed=1&preset=apo-loses&theme=host&title=A+race")).toMatchObject({
    preset: "apo-loses",
    title: "A race",
    hasHostTheme: true,
  });
  expect(leanLink("?embed=1&start=recorded&utm_source=post")?.preset).toBe("lambda-fsd-jump");
});

test.each([
  "?preset=apo-loses",
  "?embed=0",
  "?embed=1&test=1",
  "?embed=1&lf=3",
  "?embed=1&preset=none",
  "?embed=1&charts=loss,spectrum",
  "?embed=1&controls=play,scrub",
  "?embed=1&play=visible",
  "?embed=1&scale=2",
  "?embed=1&start=empty",
  "?embed=1&start=step:20",
  "?embed=1&trace=a.json",
  "?embed=1&actions=svg",
  "?embed=1&theme=odd",
])("%s waits for the lab", (search) => expect(leanLink(search)).toBeNull());
