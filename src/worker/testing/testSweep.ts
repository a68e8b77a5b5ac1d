import "../../core/kernels/cpu/cpuBackend";
import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import type { SweepDeps } from "../sweep/besideRace";
import { TEST_CPU } from "./testDevice";

/** What a sweep, or a race of further seeds, takes of a machine without files whose clock stands; the test sets tfjs's backend. */
export const TEST_SWEEP: SweepDeps = {
  createTask: CREATE_TASK,
  createRace,
  openDevice: async () => TEST_CPU,
  readFile: () => Promise.reject(new Error("no files in this test")),
  now: () => 0,
};
