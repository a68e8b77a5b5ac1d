import { expect, it } from "vitest";
import { CREATE_OPTIMIZER } from "../methods";
import { useBackend } from "../testing/forEachBackend";
import { graphProblem } from "../testing/graph/graphTask";
import { readGraphFile } from "../testing/graph/readGraphFile";

const problemOf = (name: string) => graphProblem(readGraphFile(name)).problem;

it.each(["kfac", "ekfac", "shampoo"] as const)(
  "%s refuses a network with attention in a sentence, and takes batch norm",
  async (id) => {
    await useBackend("cpu");
    expect(() => CREATE_OPTIMIZER[id](problemOf("transformer"))).toThrow(
      /is not offered for this network\. It has no curvature for embedding 1; layer norm 1; attention 1; and \d+ more: embeddings/,
    );
    expect(() => CREATE_OPTIMIZER[id](problemOf("resnet"))).not.toThrow();
  },
);
