import { useMemo } from "react";
import { type Recording, recordedSeries } from "../../../store/charts/recording";
import { DataTable } from "../figure/DataTable";

/** The drawn losses of a recorded run in numbers. */
export function RecordedTable({ recording, isSmooth }: { recording: Recording; isSmooth: boolean }) {
  const series = useMemo(() => recordedSeries(recording, isSmooth), [recording, isSmooth]);
  return <DataTable caption="loss of a recorded run" xTitle="step" series={series} />;
}
