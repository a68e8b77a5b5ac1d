import type { Actions } from "../../store/actions/actions";
import { PRICE_NAMES } from "../../store/picture/pictureModel";
import type { PictureHandover } from "./lab";

/** Does in the page what was done in the picture before it was here; a price is moved as its slider would move it. */
export function takePicture(actions: Actions, { moved, theta, isFolded }: PictureHandover): void {
  for (const name of PRICE_NAMES) {
    const value = moved[name];
    if (value !== undefined) actions.setPicturePrice(name, value);
  }
  if (theta) actions.setPictureTheta(theta);
  if (isFolded !== null) actions.foldPicture(isFolded);
}
