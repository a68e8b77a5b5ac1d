import { expect, test } from "vitest";
import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { chooseFocusRun } from "../../store/experiment/initialState";
import { readLink } from "../../store/link/readLink";
import { pricesOf } from "./FirstPicture";

test.each(RECORDED_IDS)(
  "before the script of %s is here the picture has the prices of the run that the page will show",
  (id) => {
    const { config } = readLink(`?preset=${id}`);
    const focus = config.optimizers.find(({ run }) => run === chooseFocusRun(config, null));
    const { lambdaFsd, lambdaWsd } = focus?.hyperparams ?? {};
    expect(pricesOf({ config })).toMatchObject({ lambdaFsd, lambdaWsd });
  },
);
