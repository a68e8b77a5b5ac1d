import { afterEach, describe, expect, test } from "vitest";
import type { CsvSummary } from "../../config/experiment/csv";
import type { WorkerEvent } from "../../protocol/messages";
import { selectCsvCard, selectCsvColumns, selectCsvText } from "../controls/csvSelectors";
import { setUpActions } from "../testing/testActions";
import { messagesArrive, openTestSession } from "../testing/testPage";

const number = (name: string, missing = 0) => ({ name, kind: "number", missing, place: null }) as const;
const place = { line: 2, column: 3, text: "blue" };
const SUMMARY: CsvSummary = {
  file: "houses.csv",
  rows: 300,
  delimiter: ";",
  numbers: { decimal: ",", between: ["."], doubt: { line: 3, column: 1, text: "1.002", taken: 1002, other: 1.002 } },
  columns: [number("area"), number("rooms", 200), { name: "door", kind: "text", missing: 0, place }, number("price")],
};
const fileOf = (name: string) => new File(["area,price\n"], name);
const notice = { level: "error", title: "bad.csv is empty", detail: "d", remedy: "r" } as const;
const csvRead = (id: string, part: object = {}): WorkerEvent => ({
  type: "csvRead",
  experiment: "",
  id,
  summary: SUMMARY,
  choice: { file: "houses.csv", target: "price", inputs: ["area"] },
  notices: [],
  ...part,
});

let close = () => {};
afterEach(() => close());
async function open(search: string) {
  const session = await openTestSession(search);
  close = session.closePorts;
  const tell = async (event: WorkerEvent) => {
    await messagesArrive();
    await session.say(event);
    await messagesArrive();
  };
  return { ...session, tell, state: () => session.experiment.getState() };
}

describe("a file", () => {
  test("is read while the run goes on, and trained on once it is read, with the seed and the methods there are", async () => {
    const { actions, tell, state, trainer } = await open("?task=sine&opt=sgdm,adam&seed=4");
    actions.openCsv([fileOf("houses.csv")]);
    expect(state()).toMatchObject({
      experiment: "e1",
      config: { task: "sine" },
      csv: { reading: { name: "houses.csv" } },
    });
    expect(selectCsvCard(state())).toMatchObject({ reading: "houses.csv" });
    await tell(csvRead("f1"));
    expect(trainer().received.slice(2)).toMatchObject([
      { type: "readCsv", csv: { id: "f1", name: "houses.csv" }, wish: { target: null, inputs: null } },
      { type: "configure", experiment: "e2", config: { task: "csv", seed: 4 }, csv: { id: "f1" } },
    ]);
    expect(state()).toMatchObject({
      status: "loading",
      // area alone is the default: most rooms are missing
      config: {
        csv: { file: "houses.csv", target: "price", inputs: null },
        optimizers: [{ id: "sgdm" }, { id: "adam" }],
      },
      csv: { reading: null, isAsking: false },
    });
    expect(selectCsvCard(state())).toBeNull();
    actions.newSeed();
    await messagesArrive();
    expect(trainer().received.at(-1)).toMatchObject({ type: "configure", config: { seed: 4321 }, csv: { id: "f1" } });
  });

  test("is asked for by a link that names what is left out, which the worker is told, and settled once it is here", async () => {
    const { actions, tell, state, trainer } = await open("?task=csv&without=rooms,door");
    expect(selectCsvCard(state())?.wish).toBe("Kept from the link: all but 2 columns.");
    actions.openCsv([fileOf("houses.csv")]);
    await tell(csvRead("f1"));
    const wish = { file: "houses.csv", target: null, inputs: null, without: ["rooms", "door"] };
    expect(trainer().received.slice(1)).toMatchObject([{ type: "readCsv", wish }, { type: "configure" }]);
    expect(state().config.csv).toEqual({ file: "houses.csv", target: "price", inputs: null });
    const saved = { version: 1, task: "csv", csv: { file: "houses.csv", target: "rooms", without: ["price"] } };
    actions.openFiles([new File([JSON.stringify(saved)], "saved.json")]);
    await expect.poll(() => state().config.csv?.target).toBe("rooms");
    expect(state().config.csv).toEqual({ file: "houses.csv", target: "rooms", inputs: ["area"] });
  });

  test("that is refused leaves everything as it was, and says why", async () => {
    const { actions, tell, state } = await open("?task=sine&seed=4");
    const before = state();
    actions.openCsv([fileOf("bad.csv")]);
    await tell({ type: "csvRefused", experiment: "", id: "f1", notice });
    expect(state()).toEqual({ ...before, notices: [{ ...notice, id: 1, action: null }] });
  });

  test("gives way to one chosen while it is read", async () => {
    const { actions, tell, state } = await open("?task=sine");
    actions.openCsv([fileOf("bad.csv")]);
    actions.openCsv([fileOf("houses.csv")]);
    await tell({ type: "csvRefused", experiment: "", id: "f1", notice });
    await tell(csvRead("f1"));
    expect(state()).toMatchObject({ config: { task: "sine" }, notices: [], csv: { reading: { id: "f2" } } });
  });

  test("goes to a new worker with the experiment after a failure", async () => {
    const { actions, tell, state, trainer, workers } = await open("?task=sine");
    actions.openCsv([fileOf("houses.csv")]);
    await tell(csvRead("f1"));
    actions.retry();
    await messagesArrive();
    expect(workers).toHaveLength(4);
    expect(trainer().received.at(-1)).toMatchObject({ type: "configure", csv: { id: "f1", name: "houses.csv" } });
    expect(state().csv.file?.file).toBe("houses.csv");
  });

  test("is one at a time", () => {
    const { actions, state, sent } = setUpActions();
    actions.openCsv(["a.csv", "b.csv"].map(fileOf));
    expect(state().notices[0]).toMatchObject({
      title: "2 files were dropped",
      detail: expect.stringContaining("a.csv, b.csv"),
    });
    expect(sent).toEqual([]);
  });
});

describe("the card", () => {
  test("of a link that names a file asks for it, starts nothing, and keeps the choice for what is chosen", async () => {
    const { actions, tell, state, workers, trainer } = await open(
      "?task=csv&csv=h.csv&target=price&inputs=area,rooms&seed=3",
    );
    expect(workers).toEqual([]);
    expect(state()).toMatchObject({ status: "needsFile", csv: { isAsking: true } });
    expect(selectCsvCard(state())).toEqual({
      title: "This link needs your file h.csv",
      wish: 'A link holds no data: choose the file here. Kept from the link: target "price", 2 inputs.',
      reading: null,
      canClose: false,
    });
    actions.setBatchSize(16);
    actions.closeCsvCard();
    expect(state()).toMatchObject({ status: "needsFile", config: { batchSize: 16 }, csv: { isAsking: true } });
    actions.openCsv([fileOf("h (1).csv")]);
    const choice = { file: "h (1).csv", target: "price", inputs: ["area", "rooms"] };
    await tell(csvRead("f1", { choice, summary: { ...SUMMARY, file: "h (1).csv" }, notices: [notice] }));
    expect(trainer().received.slice(1)).toMatchObject([
      { type: "readCsv", wish: choice },
      { type: "configure", config: { seed: 3, batchSize: 16, csv: choice } },
    ]);
    expect(state().notices).toMatchObject([{ title: notice.title }]);
  });

  test("opens where the task is chosen without a file, and closing it leaves the run alone", () => {
    const { actions, state, sent } = setUpActions({ step: 5, status: "paused" });
    for (const back of [() => actions.closeCsvCard(), () => actions.setTask("sine")]) {
      actions.setTask("csv");
      expect(selectCsvCard(state())).toMatchObject({ title: "Train on your own CSV file", canClose: true });
      back();
      expect(state()).toMatchObject({ experiment: "e1", step: 5, status: "paused", csv: { isAsking: false } });
    }
    expect(sent).toEqual([]);
  });
});

describe("columns", () => {
  async function loaded() {
    const session = await open("?task=sine&opt=sgdm");
    session.actions.openCsv([fileOf("houses.csv")]);
    await session.tell(csvRead("f1"));
    const roles = () => selectCsvColumns(session.state()).map(({ role }) => role);
    return { ...session, roles };
  }

  test("say what they are for, and why one cannot be chosen", async () => {
    const { state } = await loaded();
    expect(selectCsvColumns(state())).toEqual([
      { name: "area", role: "input", why: "", missing: 0 },
      { name: "rooms", role: "unused", why: "", missing: 200 },
      { name: "door", role: "unused", why: 'text "blue" in line 2, column 3', missing: 0 },
      { name: "price", role: "target", why: "", missing: 0 },
    ]);
  });

  test("are changed by a restart; the target is never an input, and the usual inputs need no names", async () => {
    const { actions, state, roles } = await loaded();
    actions.setCsvColumns({ inputs: ["area", "rooms"] });
    expect(state()).toMatchObject({
      experiment: "e3",
      config: { csv: { target: "price", inputs: ["area", "rooms"] } },
    });
    actions.setCsvColumns({ target: "rooms" });
    expect(state().config.csv).toEqual({ file: "houses.csv", target: "rooms", inputs: ["area"] });
    expect(roles()).toEqual(["input", "target", "unused", "unused"]);
    actions.setCsvColumns({ inputs: null });
    expect(roles()).toEqual(["input", "target", "unused", "input"]);
    actions.setCsvColumns({ inputs: ["area", "price"] });
    expect(state().config.csv?.inputs).toBeNull();
  });

  test("and rows are told in sentences, with the target's own unit", async () => {
    const { state, say } = await loaded();
    const use = {
      target: "price",
      inputs: ["area"],
      trainCount: 238,
      testCount: 60,
      dropped: 2,
      leftOut: 0,
      mean: 5,
      deviation: 12.3456,
    };
    const sizes = { trainCount: 238, testCount: 60, parameterCount: 193 };
    const environment = { app: "1", backend: "wasm", adapter: null, runtime: "test", reason: "r" } as const;
    const picture = { kind: "none" } as const;
    await say({ type: "ready", experiment: "e2", environment, runs: [], picture, sizes, csv: use });
    expect(selectCsvText(state())?.sentences.join(" ")).toBe(
      "has 300 rows: 238 to train on, 60 to test. 2 dropped for missing values. An MLP 1-64-1 tanh learns price, all " +
        "standardised: an RMSE of 1 is 12.3 in the unit of price. Read with semicolons between " +
        'columns, decimal commas, dots between thousands. "1.002" in line 3, column 1 is read as 1002; nothing in the ' +
        'file rules out 1.002. Left out: rooms (no value in 200 of 300 rows), door (text "blue" in line 2, column 3).',
    );
  });
});
