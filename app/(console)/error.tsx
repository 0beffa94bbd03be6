"use client";
import { Broken, type Crash } from "@/components/shell/broken";

/** Inside the shell, so that the way to other pages stays. */
export default function ConsoleErrorPage(crash: Crash) {
  return <Broken {...crash} />;
}
