import { convolutionsOnHeap } from "../conv";
import { graphKernels } from "./heap";

/** Convolutions with a stride and zeros around the images. */
export const placedOnHeap = convolutionsOnHeap(graphKernels);
